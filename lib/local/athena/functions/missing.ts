/**
 * Functions of Trino that are refused by name: better no answer than a wrong one.
 * @module
 */

/** Names, from the list of functions in Trino's documentation. */
export const MISSING: readonly string[] =
  `approx_most_frequent approx_set bar bing_tile bing_tile_at char2hexint checksum
  classify color combinations cosine_distance cosine_similarity current_groups date_bin
  empty_approx_set entropy evaluate_classifier_predictions features from_big_endian_32
  from_big_endian_64 from_encoded_polyline from_geojson_geometry from_ieee754_32 from_ieee754_64
  from_iso8601_timestamp_nanos from_unixtime_nanos hash_counts hmac_md5 hmac_sha1 hmac_sha256
  hmac_sha512 index intersection_cardinality inverse_beta_cdf inverse_normal_cdf jaccard_index
  beta_cdf normal_cdf learn_classifier learn_libsvm_classifier learn_regressor
  luhn_check make_set_digest map_union map_zip_with merge merge_set_digest 
  multimap_from_entries murmur3 numeric_histogram objectid_timestamp parse_data_size parse_duration
  parse_presto_data_size qdigest_agg quantile_at_value render reduce_agg rgb shuffle soundex
  spatial_partitioning spooky_hash_v2_32 spooky_hash_v2_64 st_area st_asbinary st_astext st_boundary
  st_buffer st_centroid st_contains st_crosses st_difference st_disjoint st_distance st_dwithin
  st_equals st_geometryfromtext st_intersection st_intersects st_point st_polygon st_within st_x st_y
  split_to_multimap strrpos tdigest_agg to_base32 from_base32
  to_base64url from_base64url to_big_endian_32 to_big_endian_64 to_geojson_geometry to_ieee754_32
  to_ieee754_64 uuid value_at_quantile values_at_quantiles version
  wilson_interval_lower wilson_interval_upper word_stem xxhash64 format_number to_char to_date
  to_timestamp cosine_similarity find_first find_first_index dot_product t_pdf t_cdf
  json_array_get current_time localtime current_user`.split(/\s+/);
