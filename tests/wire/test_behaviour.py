"""What the server is known to do, row by row, and the tests that hold the SDK or the emulator to it.

``ROWS`` follows the sections of the list of observed behaviour; a row without a test, or with one that is gone, fails
here.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
ROWS: dict[str, tuple[str, ...]] = {
    "1 v1 ids are strings, v2 ids integers with exceptions": (
        "wire/test_values.py::test_ids_come_as_numbers_or_digits",
        "emulator/test_values.py::test_v1_ids_are_strings",
        "emulator/test_values.py::test_v2_ids_are_integers",
        "emulator/test_values.py::test_a_v2_id_may_be_text_all_the_same",
    ),
    "1 one object mixes strings and numbers": (
        "wire/test_values.py::test_types_may_be_mixed_in_one_object",
        "emulator/test_values.py::test_one_v1_record_mixes_strings_and_numbers",
        "emulator/test_values.py::test_another_account_sends_computed_columns_as_strings",
    ),
    "1 line items: strings beside numbers": (
        "wire/test_samples.py::test_the_sample_of_an_invoice",
        "emulator/test_values.py::test_line_quantities_are_strings_beside_a_numeric_subtotal",
    ),
    "1 amounts with four decimals in any form; zero as 0.00": (
        "wire/test_values.py::test_amounts_are_exact_decimals",
        "wire/test_values.py::test_no_float_is_on_the_way_to_an_amount",
        "emulator/test_values.py::test_amounts_carry_up_to_four_decimals",
        "emulator/test_values.py::test_a_zero_may_be_0_or_0_00",
    ),
    "1 booleans in three forms": (
        "wire/test_values.py::test_flags_come_in_many_forms",
        "emulator/test_values.py::test_flags_take_three_forms_in_one_account",
    ),
    "1 phone numbers and SKUs as numbers": (
        "wire/test_values.py::test_texts_that_came_as_numbers_keep_their_digits",
        "wire/test_values.py::test_a_number_in_the_place_of_text_is_spelt_as_on_the_wire",
        "emulator/test_values.py::test_phone_numbers_and_product_codes_may_be_numbers",
    ),
    "1 null, blank and missing": (
        "emulator/test_values.py::test_null_blank_and_missing_take_turns_for_an_empty_value",
        "wire/test_properties.py::test_any_value_in_any_field_decodes",
    ),
    "1 JSON text inside a string": (
        "wire/test_raw.py::test_json_text_inside_a_string_is_reachable_parsed",
        "emulator/test_values.py::test_a_field_may_hold_json_text",
    ),
    "1 mixed arrays": (
        "wire/test_values.py::test_mixed_arrays_pass_where_anything_may_stand",
        "emulator/test_values.py::test_site_info_has_a_mixed_array_and_tells_the_display_format",
    ),
    "1 negative ids": (
        "wire/test_values.py::test_ids_come_as_numbers_or_digits",
        "emulator/test_values.py::test_a_staff_id_may_be_negative",
    ),
    "1 an empty relation; one related row; an object of nulls": (
        "wire/test_values.py::test_an_empty_relation_is_none",
        "wire/test_values.py::test_a_single_relation_may_come_as_a_list_of_one",
        "wire/test_values.py::test_one_row_may_come_as_an_object",
        "wire/test_naming.py::test_an_empty_relation_is_nothing_in_every_form",
        "wire/test_naming.py::test_a_single_relation_may_be_a_list_of_one_and_a_list_one_object",
        "emulator/test_values.py::test_an_empty_relation_is_a_list",
        "emulator/test_values.py::test_one_related_row_may_be_a_list",
        "emulator/test_values.py::test_an_empty_v2_relation_takes_three_forms",
    ),
    "1 unknown fields": (
        "wire/test_raw.py::test_unknown_fields_are_kept",
        "emulator/test_values.py::test_unknown_fields_of_a_record_are_kept_in_v2",
        "emulator/test_values.py::test_v1_records_carry_a_field_that_nobody_documented",
    ),
    "1 misspelt names": (
        "wire/test_samples.py::test_a_misspelt_message_is_read",
        "emulator/test_values.py::test_misspelt_names_are_kept",
    ),
    "1 localised text": (
        "wire/test_values.py::test_amounts_are_exact_decimals",
        "emulator/test_values.py::test_text_fields_hold_localised_amounts",
        "emulator/test_values.py::test_arabic_text_travels_unescaped_and_whole",
    ),
    "1 dates: v1 details in the account's display format": (
        "wire/test_dates.py::test_a_day_is_read_from_iso_and_from_the_display_format",
        "wire/test_dates.py::test_a_display_date_asks_for_the_format_when_it_is_unknown",
        "sdk/test_facade.py::test_the_account_is_asked_for_its_date_format_once",
        "emulator/test_values.py::test_v1_invoice_details_carry_display_dates",
        "emulator/test_values.py::test_the_sdk_reads_every_display_date_that_the_emulator_writes",
    ),
    "1 dates: v1 payments are times": (
        "wire/test_dates.py::test_times_are_naive",
        "emulator/test_values.py::test_v1_payment_dates_are_times",
    ),
    "1 dates: created and modified are naive": (
        "wire/test_dates.py::test_times_are_naive",
        "emulator/test_values.py::test_created_and_modified_are_naive_times",
    ),
    "1 dates: empty ones": (
        "wire/test_dates.py::test_an_empty_date_is_none",
        "emulator/test_values.py::test_empty_dates_are_zeros_too",
        "sdk/test_editing.py::test_a_day_that_the_record_does_not_have_does_not_become_1970",
    ),
    "1 dates: written ISO, a display date sent back is 1970": (
        "wire/test_drafts.py::test_days_times_and_documented_values_are_written_plainly",
        "wire/test_drafts.py::test_the_text_of_a_day_that_is_not_iso_is_refused",
        "emulator/test_values.py::test_a_display_date_that_is_sent_back_becomes_1970",
    ),
    "1 dates: v2 is ISO, some bodies documented otherwise": (
        "emulator/test_values.py::test_v2_dates_are_iso",
        "emulator/test_values.py::test_v2_takes_the_documented_display_date_too",
    ),
    "2 v1 list": (
        "wire/test_envelopes.py::test_a_v1_list_tells_its_place",
        "emulator/test_envelopes.py::test_every_v1_list_wraps_its_rows_in_the_models_name",
    ),
    "2 the wrapper is the model's name": (
        "wire/test_samples.py::test_the_wrapper_is_named_for_the_model_and_another_name_is_read_too",
        "wire/test_raw.py::test_a_record_without_its_wrapper_and_one_in_another_wrapper_are_the_same",
        "emulator/test_envelopes.py::test_wrappers_are_not_always_the_obvious_ones",
    ),
    "2 v1 detail: children inside or beside; an estimate's lines": (
        "wire/test_envelopes.py::test_a_v1_record_stands_in_its_wrapper",
        "wire/test_raw.py::test_children_may_stand_beside_the_model",
        "emulator/test_envelopes.py::test_v1_details_nest_the_children_in_the_record",
        "emulator/test_envelopes.py::test_older_details_put_the_children_beside_the_record",
        "emulator/test_envelopes.py::test_an_estimates_lines_are_under_invoice_item",
    ),
    "2 v1 create": (
        "wire/test_envelopes.py::test_a_create_is_confirmed_by_an_id",
        "emulator/test_envelopes.py::test_v1_creates_answer_202_with_the_id",
    ),
    "2 v1 pseudo-success": (
        "wire/test_envelopes.py::test_a_success_with_an_empty_id_is_a_refusal",
        "sdk/test_facade.py::test_success_without_an_id_is_a_rejection",
        "emulator/test_envelopes.py::test_a_create_that_pretends_to_succeed_has_no_id_and_creates_nothing",
    ),
    "2 v1 update and delete": (
        "wire/test_envelopes.py::test_updates_and_deletes_are_confirmed",
        "emulator/test_envelopes.py::test_updates_and_deletes_answer_200_without_a_record",
        "emulator/test_envelopes.py::test_requisitions_answer_writes_with_an_empty_object",
    ),
    "2 v1 empty list, a page past the end": (
        "wire/test_envelopes.py::test_an_empty_v1_list_has_no_rows",
        "emulator/test_envelopes.py::test_a_page_past_the_end_is_empty_and_no_error",
        "paging/test_pager.py::test_an_empty_list_is_one_empty_page",
    ),
    "2 v2 list: Laravel's paginator at the root": (
        "wire/test_envelopes.py::test_v2_lists_are_laravel_paginators_at_the_root",
        "wire/test_envelopes.py::test_documented_meta_and_links_are_read_too",
        "emulator/test_envelopes.py::test_every_v2_list_is_a_paginator_at_the_root",
    ),
    "2 v2 single: the bare record": (
        "wire/test_envelopes.py::test_a_v2_record_stands_bare_or_in_data",
        "emulator/test_envelopes.py::test_v2_singles_are_bare",
    ),
    "2 v2 create and update": (
        "wire/test_envelopes.py::test_a_v2_update_tells_the_id",
        "emulator/test_envelopes.py::test_v2_writes_answer_200_with_message_and_id",
        "emulator/test_envelopes.py::test_some_v2_updates_return_the_record",
    ),
    "2 v2 employee_asset list": (
        "wire/test_envelopes.py::test_the_payload_form_of_v2",
        "emulator/test_envelopes.py::test_assets_come_in_a_payload_of_their_own",
    ),
    "2 v2 relations: snake_case keys": (
        "wire/test_naming.py::test_the_relations_of_a_v2_invoice_are_typed",
        "wire/test_naming.py::test_any_record_of_v2_is_read_as_v1_would_be",
        "wire/test_naming.py::test_an_invoice_has_the_same_relations_on_both_apis",
        "emulator/test_envelopes.py::test_v2_relations_have_snake_case_keys_by_level",
    ),
    "2 multi-entity": (
        "paging/test_entities.py::test_the_body_is_the_documented_one",
        "paging/test_entities.py::test_several_reads_in_one_request",
        "emulator/test_envelopes.py::test_many_entities_come_in_one_object_by_alias_or_key",
    ),
    "2 bulk: a bare array": (
        "bulk/test_results.py::test_each_element_is_judged_by_result_code_and_id",
        "emulator/test_bulk.py::test_the_answer_is_a_bare_array_in_request_order",
    ),
    "3 v1 validation": (
        "wire/test_samples.py::test_the_sample_of_a_refusal",
        "wire/test_failures.py::test_reasons_are_flattened_to_paths",
        "emulator/test_refusals.py::test_v1_validation_is_400_with_the_reasons_nested_by_model",
    ),
    "3 v1 rejected write with 200": (
        "wire/test_envelopes.py::test_a_success_status_that_says_no_is_rejected",
        "emulator/test_refusals.py::test_a_rejected_write_may_come_with_200",
    ),
    "3 v1 unknown fields on PUT": (
        "sdk/test_editing.py::test_sending_a_record_back_as_it_came_is_refused_here_as_by_the_server",
        "emulator/test_refusals.py::test_fields_that_cannot_be_written_are_extra_data_on_put",
    ),
    "3 401": (
        "wire/test_failures.py::test_an_error_is_named_for_its_status_and_shape",
        "emulator/test_refusals.py::test_401_differs_by_version",
        "emulator/test_refusals.py::test_401_may_be_an_html_page",
    ),
    "3 403 and 404 of v1": (
        "wire/test_failures.py::test_an_error_is_named_for_its_status_and_shape",
        "emulator/test_refusals.py::test_a_branch_that_is_not_yours_is_forbidden",
        "emulator/test_refusals.py::test_v1_404_tells_a_record_from_an_endpoint",
    ),
    "3 v2 not found is 400": (
        "wire/test_failures.py::test_an_error_is_named_for_its_status_and_shape",
        "emulator/test_refusals.py::test_v2_not_found_is_400",
    ),
    "3 v2 validation": (
        "wire/test_failures.py::test_an_error_is_named_for_its_status_and_shape",
        "emulator/test_refusals.py::test_v2_validation_is_422_by_field",
        "emulator/test_refusals.py::test_one_v2_put_refuses_with_400",
    ),
    "3 v2 entity disabled or unknown": (
        "paging/test_entities.py::test_what_does_not_exist_is_an_error",
        "emulator/test_refusals.py::test_an_unknown_entity_is_an_error_with_200",
    ),
    "3 500 on delete": (
        "wire/test_failures.py::test_an_error_is_named_for_its_status_and_shape",
        "emulator/test_refusals.py::test_a_client_with_invoices_is_not_deleted",
    ),
    "3 2xx with an HTML page": (
        "wire/test_envelopes.py::test_a_login_page_is_called_one",
        "sdk/test_facade.py::test_an_html_page_in_place_of_json_is_unexpected",
        "emulator/test_faults.py::test_a_login_page_in_place_of_an_answer",
    ),
    "3 429": (
        "http/test_limits.py::test_a_429_holds_everyone_still_until_retry_after",
        "http/test_limits.py::test_a_429_without_a_usable_pause_is_answered_with_a_growing_one",
        "emulator/test_faults.py::test_429_with_any_retry_after",
    ),
    "3 slowness": (
        "http/test_faults.py::test_a_server_that_stalls_meets_the_read_limit",
        "emulator/test_faults.py::test_latency_lets_later_requests_overtake",
    ),
    "3 language": (
        "wire/test_failures.py::test_an_error_is_named_for_its_status_and_shape",
        "emulator/test_refusals.py::test_messages_are_localised",
    ),
    "4 the API key; both credentials": (
        "emulator/test_authorization.py::test_an_api_key_opens_both_versions_in_any_case",
        "emulator/test_authorization.py::test_an_api_key_as_bearer_is_401",
        "emulator/test_authorization.py::test_both_credentials_at_once_fail",
        "http/test_faults.py::test_every_engine_sends_the_same_request_with_one_credential",
    ),
    "4 tokens and grants": (
        "http/test_tokens.py::test_a_password_is_exchanged_once_and_its_token_used_by_all",
        "http/test_tokens.py::test_a_refresh_token_that_is_not_rotated_is_kept",
        "emulator/test_authorization.py::test_the_token_endpoint_takes_three_encodings",
        "emulator/test_authorization.py::test_a_refresh_token_is_rotated_and_good_once",
        "emulator/test_authorization.py::test_a_refresh_token_may_also_stay_good",
    ),
    "4 marketplace apps": (
        "emulator/test_authorization.py::test_marketplace_apps_learn_their_site",
        "http/test_hostile_input.py::test_a_derived_session_shares_everything_but_its_options",
    ),
    "4 branches": (
        "http/test_hostile_input.py::test_a_branch_becomes_a_query_parameter_of_any_method",
        "emulator/test_authorization.py::test_a_branch_is_asked_for_per_call",
    ),
    "4 hosts": ("http/test_places.py::test_a_base_url_is_a_host_root",),
    "4 site_info is the connection test": (
        "sdk/test_facade.py::test_the_account_is_asked_for_its_date_format_once",
        "cli/test_reading.py::test_whoami_says_which_account_answers_and_where_the_key_came_from",
    ),
    "5 page and limit; no cap is known": (
        "emulator/test_lists.py::test_any_limit_is_honoured",
        "emulator/test_lists.py::test_v2_follows_per_page_and_ignores_limit",
        "paging/test_pager.py::test_a_server_that_caps_the_limit_is_believed",
        "paging/test_pager.py::test_a_server_that_ignores_the_limit_is_believed",
    ),
    "5 default order": (
        "emulator/test_lists.py::test_clients_come_in_an_arbitrary_but_stable_order",
        "emulator/test_lists.py::test_clients_can_be_sorted",
        "paging/test_completeness.py::test_strict_proves_an_endpoints_own_order_too",
    ),
    "5 unknown parameters are ignored": (
        "emulator/test_strictness.py::test_the_server_ignores_unknown_parameters_and_answers_with_everything",
        "paging/test_filters.py::test_what_the_server_would_ignore_is_refused",
    ),
    "5 invoice_payments hides client_credit": (
        "emulator/test_lists.py::test_credit_payments_are_hidden_unless_asked_for",
    ),
    "5 list rows carry no lines; drafts; deleted rows of v2": (
        "emulator/test_lists.py::test_list_rows_carry_no_lines_unless_recursive",
        "emulator/test_lists.py::test_drafts_are_included",
        "emulator/test_lists.py::test_v2_includes_deleted_rows_unless_filtered",
        "paging/test_entities.py::test_deleted_rows_come_only_when_asked_for",
        "paging/test_entities.py::test_details_read_each_row_by_its_id",
    ),
    "5 v2 paths and levels": (
        "paging/test_entities.py::test_get_gives_the_bare_record_at_its_level",
        "paging/test_entities.py::test_a_level_that_is_none_is_refused",
    ),
    "5 v2 filters and sorting": (
        "paging/test_filters.py::test_a_filter_is_written_as_documented",
        "paging/test_filters.py::test_an_ordering_is_written_as_documented",
        "emulator/test_lists.py::test_v2_filters",
        "emulator/test_lists.py::test_v2_sorts_by_field",
    ),
    "5 paging over changing data": (
        "paging/test_completeness.py::test_a_change_at_any_border_loses_nothing",
        "paging/test_changing_emulator.py::test_no_brand_that_stays_is_missed",
        "emulator/test_lists.py::test_rows_inserted_while_paging_shift_the_later_pages",
    ),
    "5 next links are odd": ("emulator/test_envelopes.py::test_next_links_are_relative_and_lose_the_limit",),
    "5 .json and the bare path": ("emulator/test_lists.py::test_the_suffix_is_optional",),
    "6 POST wants the lines beside the model": (
        "wire/test_drafts.py::test_lines_stand_beside_the_model",
        "emulator/test_writes.py::test_lines_beside_the_model_are_written",
        "emulator/test_writes.py::test_lines_inside_the_model_make_the_invoice_empty",
    ),
    "6 PUT replaces the record": (
        "sdk/test_editing.py::test_a_bare_put_would_have_lost_them",
        "sdk/test_edit_properties.py::test_an_edit_changes_one_field_and_nothing_else",
        "emulator/test_writes.py::test_put_resets_the_fields_left_out",
        "emulator/test_writes.py::test_a_put_of_lines_alone_gives_a_new_number_and_dates_of_1970",
        "emulator/test_refusals.py::test_echoing_a_get_back_is_extra_data",
    ),
    "6 tax1 and tax2, store_id, client_email": (
        "emulator/test_writes.py::test_totals_come_from_lines_taxes_and_discounts",
        "emulator/test_writes.py::test_a_client_invoiced_by_email_needs_an_address",
    ),
    "6 no idempotency key": (
        "emulator/test_writes.py::test_a_blind_retry_duplicates",
        "bulk/test_emulator.py::test_each_kind_of_key_is_read_back",
    ),
    "6 a submitted e-invoice cannot be edited": (
        "emulator/test_writes.py::test_a_submitted_e_invoice_cannot_be_edited",
        "sdk/test_edit_refusals.py::test_what_the_record_does_not_show_is_explained_after_the_servers_no",
    ),
    "6 invoice numbers take many forms": ("emulator/test_writes.py::test_numbers_take_many_forms",),
    "6 single-invoice calls serve standard invoices only": (
        "emulator/test_writes.py::test_single_invoice_calls_serve_standard_invoices_only",
        "sdk/test_edit_refusals.py::test_another_type_of_document_is_refused_with_its_resource",
    ),
    "6 what locks an invoice": (
        "emulator/test_locks.py::test_a_locked_invoice_is_not_edited",
        "emulator/test_locks.py::test_an_invoice_of_another_branch_is_not_found_for_an_edit",
        "sdk/test_edit_refusals.py::test_an_invoice_of_another_branch_than_the_clients_is_refused",
        "sdk/test_edit_refusals.py::test_a_received_requisition_is_refused",
        "sdk/test_edit_refusals.py::test_installments_that_the_record_shows_are_refused",
        "sdk/test_edit_refusals.py::test_what_the_record_does_not_show_is_explained_after_the_servers_no",
    ),
    "6 pages: required lists from samples": (
        "generator/test_quirks_composition.py::test_required_from_sample_means_nothing",
    ),
    "6 pages: null from samples": (
        "generator/test_quirks_fields.py::test_tax_column_is_a_nullable_id",
        "generator/test_quirks_types.py::test_null_from_sample_leaves_the_type_open",
    ),
    "6 pages: money as integer": ("generator/test_quirks_fields.py::test_money_as_integer_is_a_decimal",),
    "6 pages: oneOf and allOf mean the same": (
        "generator/test_quirks_composition.py::test_one_of_means_all_of",
        "generator/test_quirks_composition.py::test_members_side_by_side_are_one_object",
    ),
    "6 pages: wrong base, placeholders, levels": (
        "generator/test_quirks_paths.py::test_every_path_finds_its_base_whatever_the_page_says",
        "generator/test_quirks_paths.py::test_braces_in_path_become_a_placeholder",
        "generator/test_quirks_paths.py::test_level_as_last_segment_becomes_a_parameter",
    ),
    "6 pages: add and edit share one path": (
        "emulator/test_writes.py::test_an_id_in_the_body_turns_a_post_into_an_edit",
    ),
    "6 pages: advance payments": (
        "emulator/test_writes.py::test_an_advance_payment_is_an_invoice_of_another_type_read_through_v2",
    ),
    "7 bulk": (
        "emulator/test_bulk.py::test_a_refused_element_does_not_undo_the_others",
        "emulator/test_bulk.py::test_the_server_goes_on_creating_after_the_client_left",
        "bulk/test_results.py::test_each_element_is_judged_by_result_code_and_id",
        "bulk/test_results.py::test_an_answer_of_another_length_order_or_shape_concludes_nothing",
        "bulk/test_reconciler.py::test_a_lost_answer_ends_with_every_draft_created_once",
    ),
    "8 webhooks": (
        "webhooks/test_delivery.py::test_a_stated_event_comes_with_its_tenant_and_typed_record",
        "webhooks/test_delivery.py::test_what_is_unsaid_is_inferred_from_the_record",
        "webhooks/test_delivery.py::test_the_lines_client_and_payments_of_a_delivered_invoice_are_typed",
    ),
    "9 links": (
        "emulator/test_values.py::test_document_links_lead_to_a_login_page",
        "emulator/test_values.py::test_the_code_of_an_invoice_carries_its_payload_in_base64",
    ),
    "samples": (
        "wire/test_samples.py::test_the_sample_of_clients",
        "wire/test_samples.py::test_the_sample_of_an_invoice",
        "wire/test_samples.py::test_the_sample_of_a_v2_list",
        "wire/test_samples.py::test_the_sample_of_a_refusal",
    ),
}


@cache
def named_in(path: Path) -> frozenset[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return frozenset(node.name for node in nodes if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_its_tests(row: str) -> None:
    assert ROWS[row]
    for reference in ROWS[row]:
        path, _, name = reference.partition("::")
        assert name in named_in(TESTS / path), reference
