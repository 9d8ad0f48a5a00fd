"""The quirk rules, in the order in which they work. Order matters: types are settled before names decide fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..endpoint import Endpoint, Place, Schema
from . import bodies, composition, enums, fields, parameters, paths, properties, titles, types

EndpointRule = Callable[[Endpoint], Endpoint]
ParameterRule = Callable[[dict[str, Any]], dict[str, Any]]
SchemaRule = Callable[[Schema, Place], Schema]

ENDPOINT_RULES: tuple[EndpointRule, ...] = (
    titles.stray_spaces,
    titles.misspelt_title,
    titles.tag_in_two_spellings,
    paths.absolute_url_path,
    paths.query_in_path,
    paths.missing_leading_slash,
    paths.braces_in_path,
    paths.shouted_path_parameter,
    paths.repeated_base_in_path,
    paths.path_from_the_host,
    paths.base_as_locked,
    paths.server_contradicts_path,
    paths.base_not_documented,
    paths.base_from_server,
    paths.format_glued_to_path,
    paths.level_as_last_segment,
    parameters.credential_header,
    parameters.negotiation_header,
    parameters.constant_in_parameter_name,
    parameters.parameter_without_place,
    parameters.undeclared_path_parameter,
    parameters.path_parameters_as_locked,
    bodies.text_body_that_is_json,
    bodies.body_on_get,
    bodies.multipart_form,
    bodies.response_by_reference,
    bodies.copied_error_response,
    bodies.example_for_request_schema,
    bodies.example_for_response_schema,
    properties.format_in_example,
)
"""Rules for a whole endpoint, before its schemas are looked at."""

PARAMETER_RULES: tuple[ParameterRule, ...] = (
    parameters.optional_path_parameter,
    parameters.switch_as_count,
    parameters.outdated_limit,
    parameters.list_in_parameter_name,
    parameters.path_id_as_text,
    parameters.count_as_text,
    parameters.date_filter_as_text,
    parameters.labels_beside_schema,
)
"""Rules for one parameter."""

STRUCTURE_RULES: tuple[SchemaRule, ...] = (
    composition.apidog_refs,
    composition.one_of_means_all_of,
    composition.one_of_values,
    composition.single_member_all_of,
    composition.members_side_by_side,
)
"""Rules that decide what an object consists of; they work on every schema before the next group sees one."""

SCHEMA_RULES: tuple[SchemaRule, ...] = (
    properties.generated_junk_property,
    properties.placeholder_property,
    properties.template_property,
    properties.numbered_properties,
    properties.required_without_property,
    properties.empty_array_from_sample,
    properties.required_from_sample,
    types.type_list,
    types.null_from_sample,
    types.number_or_time_by_its_own_name,
    types.integer_or_array,
    types.empty_format,
    types.number_format,
    types.naive_time,
    types.array_without_items,
    enums.labels_of_positions,
    enums.template_among_values,
    enums.flag_as_enum,
    enums.nothing_among_values,
    enums.text_digits_in_enum,
    enums.mixed_enum_values,
    fields.tax_column,
    fields.money_as_integer,
    fields.flag_as_integer,
    fields.id_as_text,
    fields.text_as_integer,
    fields.date_as_text,
    enums.misspelt_label,
    enums.labelled_values,
    types.length_of_no_text,
    types.default_of_wrong_type,
)
"""Rules for one schema node, applied to a node before its members."""


def rule_names() -> tuple[str, ...]:
    """The names of the rules for single pages, in order of work."""
    groups = (ENDPOINT_RULES, PARAMETER_RULES, STRUCTURE_RULES, SCHEMA_RULES)
    return tuple(rule.__name__ for group in groups for rule in group)
