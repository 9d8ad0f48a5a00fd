"""``daftra completion``: what teaches a shell to ask the command for the words that may follow.

All three ask in one way, the one that typer has for fish: the line up to the cursor in the environment, and each offer
on a line of its own, its meaning behind a tab (a narrow terminal would break it into lines, so it is told to be wide).
An offer that ends in ``=`` gets no space behind it: its value follows.
"""

from __future__ import annotations

import sys
from enum import StrEnum

from .exits import DONE


class Shell(StrEnum):
    """The shells that there is a script for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


_BASH = r"""
_daftra_completion() {
    local line="${COMP_LINE:0:COMP_POINT}" offer rest begun=""
    local word="${line##*[[:space:]]}"
    # To bash a word begins behind each '=', where the user has not changed that.
    [[ $word == *=* && $COMP_WORDBREAKS == *=* ]] && begun="${word%=*}="
    COMPREPLY=()
    while IFS=$'\t' read -r offer rest; do
        [[ -n $offer ]] && COMPREPLY+=("${offer#"$begun"}")
    done < <(COLUMNS=9999 _DAFTRA_COMPLETE=complete_fish _TYPER_COMPLETE_FISH_ACTION=get-args \
        _TYPER_COMPLETE_ARGS="$line" "$1" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace
    fi
}
complete -o default -F _daftra_completion daftra
"""

_ZSH = r"""
_daftra() {
    local line="${(j: :)words[1,CURRENT-1]} $PREFIX" offer meaning
    local -a whole begun
    while IFS=$'\t' read -r offer meaning; do
        [[ -z $offer ]] && continue
        offer="${offer//:/\\:}${meaning:+:$meaning}"
        if [[ $offer == *=(|:*) ]]; then begun+=("$offer"); else whole+=("$offer"); fi
    done < <(COLUMNS=9999 _DAFTRA_COMPLETE=complete_fish _TYPER_COMPLETE_FISH_ACTION=get-args \
        _TYPER_COMPLETE_ARGS="$line" "${words[1]}" 2>/dev/null)
    [[ $PREFIX == --*=* ]] && compset -P '--*='
    (( $#whole )) && _describe -V daftra whole
    (( $#begun )) && _describe -V daftra begun -S ''
    (( $#whole + $#begun )) || _files
}
compdef _daftra daftra
"""

_FISH = r"""
function __daftra_offers
    set --local --export COLUMNS 9999
    set --local --export _DAFTRA_COMPLETE complete_fish
    set --local --export _TYPER_COMPLETE_FISH_ACTION $argv[1]
    set --local --export _TYPER_COMPLETE_ARGS (commandline -cp)
    daftra 2>/dev/null
end
complete --command daftra --no-files --condition '__daftra_offers is-args' --arguments '(__daftra_offers get-args)'
"""

_SCRIPTS = {Shell.BASH: _BASH, Shell.ZSH: _ZSH, Shell.FISH: _FISH}


def write_script(shell: Shell) -> int:
    """The shell's script on stdout."""
    sys.stdout.write(_SCRIPTS[shell].lstrip())
    return DONE
