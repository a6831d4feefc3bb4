-- One statement or expression a line; what stands after -- is a heading. Trino's own answers are in trino_answers.jsonl.
-- arithmetic
1/2
-7/2
7/-2
7 % 3
-7 % 3
7 % -3
1/0
1 % 0
1e0/0
-1e0/0
0e0/0e0
5e0 % 0e0
5.5e0 % 2e0
1.0/3
10/3.0
1.5*2.25
1.5+2
1.50-2.125
2.5 % 1
7.5/2.5
1.0/0
DECIMAL '12345678901234567890' * DECIMAL '1234567890'
DECIMAL '99999999999999999999999999999999999999' + 1
CAST(1 AS decimal(38,10)) / CAST(3 AS decimal(38,10))
2147483647 + 1
2147483648 + 1
9223372036854775807 + 1
CAST(127 AS tinyint) + CAST(1 AS tinyint)
CAST(32767 AS smallint) * CAST(2 AS smallint)
1 + 1.5e0
1 + 2.5
REAL '1.5' + 1
REAL '1.1' * 3
CAST(1.1 AS real)
-5
- -5
-(2147483647)
1 + NULL
'a' || 'b'
'a' || NULL
'a' || 1
1 || 'a'
'1' + 1
1 = '1'
'1' = 1
1 < '2'
true = 1
DATE '2020-01-01' = '2020-01-01'
1 IN ('1')
1 IN (1, 2, NULL)
3 IN (1, 2, NULL)
NULL IN (1)
3 NOT IN (1, 2)
3 NOT IN (1, NULL)
1 BETWEEN 0 AND 2
1 BETWEEN 2 AND 0
NULL BETWEEN 0 AND 2
1.5 BETWEEN 1 AND 2
1 IS NULL
NULL IS NULL
NULL IS NOT NULL
1 IS DISTINCT FROM NULL
NULL IS DISTINCT FROM NULL
NULL IS NOT DISTINCT FROM 1
NULL = NULL
NULL <> 1
true AND NULL
false AND NULL
true OR NULL
false OR NULL
NOT NULL
NOT true
NOT 1
1 AND 2
nan() = nan()
nan() > 1e0
1e0 > nan()
nan() <> nan()
nan() IN (nan())
1 > 1.5
1 <> 1e0
-0e0 = 0e0
infinity() > 1e308
1 = 1.0
bigint '5' = 5
'a' < 'B'
'a' < 'b'
'é' > 'z'
greatest(1, 2, 3)
greatest(1, NULL)
least(1.5, 2)
least('a', 'b')
greatest('a', 1)
greatest(DATE '2020-01-01', DATE '2021-01-01')
coalesce(NULL, 1)
coalesce(NULL, NULL, 'x')
coalesce(1, 'x')
coalesce(1, 2.5)
nullif(1, 1)
nullif(1, 2)
nullif('a', 1)
if(true, 1, 2)
if(false, 1)
if(1, 2, 3)
if(true, 1, 'a')
CASE 1 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END
CASE WHEN false THEN 1 END
CASE WHEN true THEN 1 ELSE 2.5 END
CASE WHEN true THEN 1 ELSE 'a' END
CASE 'a' WHEN 1 THEN 2 END
try(1/0)
try(CAST('a' AS integer))
try(1)
try_cast('x' AS bigint)
try_cast('5' AS bigint)
typeof(1)
typeof('abc')
typeof(1.50)
typeof(1e0)
typeof(NULL)
typeof(ARRAY[1,2])
typeof(CAST(ROW(1,'a') AS ROW(x integer, y varchar)))
typeof(now())
typeof(current_date)
typeof(TIMESTAMP '2020-01-01 00:00:00.123')
typeof(1/2.0)
typeof(sequence(1,3))
typeof(map(ARRAY['a'],ARRAY[1]))
typeof(concat('a','b'))
typeof(lower('ABC'))
typeof(substr('abcdef',2))
typeof(date_trunc('month', TIMESTAMP '2020-01-01 00:00:00'))
typeof(from_unixtime(0))
typeof(to_unixtime(TIMESTAMP '2020-01-01 00:00:00'))
typeof(9999999999)
typeof(cardinality(ARRAY[1]))
typeof(length('a'))
typeof(round(1.5))
typeof(round(1))
typeof(round(1.234, 2))
typeof(abs(-1))
typeof(floor(1.5))
typeof(ceil(12.25))
typeof(truncate(1.5))
typeof(sign(1.5))
typeof(mod(5.5, 2))
typeof(power(2,3))
typeof(json_parse('1'))
typeof(interval '1' day)
typeof(DATE '2020-01-01' - DATE '2019-01-01')
typeof(split('a,b', ','))
-- casts
CAST(1.5 AS integer)
CAST(2.5 AS integer)
CAST(-1.5 AS integer)
CAST(1.5e0 AS integer)
CAST(2.5e0 AS bigint)
CAST(-2.5e0 AS bigint)
CAST(1e20 AS bigint)
CAST(nan() AS bigint)
CAST('12' AS integer)
CAST(' 12' AS integer)
CAST('12.5' AS integer)
CAST('+12' AS integer)
CAST('abc' AS integer)
CAST('' AS integer)
CAST('99999999999' AS integer)
CAST('1e3' AS double)
CAST(' 1.5 ' AS double)
CAST('abc' AS double)
CAST('NaN' AS double)
CAST('Infinity' AS double)
CAST('-Infinity' AS double)
CAST('1.5' AS decimal(5,2))
CAST('1.555' AS decimal(5,2))
CAST('abc' AS decimal(5,2))
CAST('12345' AS decimal(4,1))
CAST(1.555e0 AS decimal(5,2))
CAST(1.005 AS decimal(3,2))
CAST(12345 AS decimal(4,1))
CAST('true' AS boolean)
CAST('T' AS boolean)
CAST('1' AS boolean)
CAST('yes' AS boolean)
CAST(0 AS boolean)
CAST(true AS integer)
CAST(true AS varchar)
CAST(1e10 AS varchar)
CAST(1e7 AS varchar)
CAST(9999999e0 AS varchar)
CAST(0.001e0 AS varchar)
CAST(0.0001e0 AS varchar)
CAST(123456.789e0 AS varchar)
CAST(-1.5e-10 AS varchar)
CAST(1e0 AS varchar)
CAST(0e0 AS varchar)
CAST(-0e0 AS varchar)
CAST(infinity() AS varchar)
CAST(nan() AS varchar)
CAST(1.2345678901234567e16 AS varchar)
CAST(100e0/3 AS varchar)
CAST(REAL '1.1' AS varchar)
CAST(REAL '1e10' AS varchar)
CAST(1.50 AS varchar)
CAST(DATE '2020-01-31' AS varchar)
CAST(TIMESTAMP '2020-01-31 10:00:00' AS varchar)
CAST(TIMESTAMP '2020-01-31 10:00:00.123' AS varchar)
CAST(TIMESTAMP '2020-01-31 10:00:00.123 UTC' AS varchar)
CAST(TIMESTAMP '2020-01-31 10:00:00.120 America/New_York' AS varchar)
CAST(12345 AS varchar(3))
CAST('abcdef' AS varchar(3))
CAST('2020-01-31' AS date)
CAST('2020-1-3' AS date)
CAST(' 2020-01-31 ' AS date)
CAST('2020-02-30' AS date)
CAST('2020-01-31 10:00:00' AS date)
CAST('abc' AS date)
CAST('2020-01-31 10:00:00' AS timestamp)
CAST('2020-01-31' AS timestamp)
CAST('2020-01-31T10:00:00' AS timestamp)
CAST('2020-01-31 10:00' AS timestamp)
CAST('2020-01-31 10:00:00.1239' AS timestamp)
CAST(DATE '2020-01-31' AS timestamp)
CAST(TIMESTAMP '2020-01-31 23:59:59.999' AS date)
CAST(TIMESTAMP '2020-01-31 10:00:00.1235' AS timestamp(3))
CAST(1 AS string)
CAST(1 AS date)
CAST(ARRAY[1,2] AS array(varchar))
CAST(ARRAY['1','2'] AS array(integer))
CAST(ROW(1,2) AS ROW(a bigint, b varchar))
CAST(MAP(ARRAY['1'],ARRAY[2]) AS MAP(integer, varchar))
CAST(NULL AS integer)
CAST(1 AS tinyint)
CAST(300 AS tinyint)
CAST(70000 AS smallint)
CAST(3000000000 AS integer)
-- strings
length('héllo')
length('')
lower('ÀBC')
upper('straße')
reverse('abc')
trim('  a b ')
ltrim('  a ')
rtrim(' a  ')
trim(BOTH 'x' FROM 'xxaxx')
trim(LEADING 'x' FROM 'xxaxx')
substr('abcdef', 2)
substr('abcdef', 2, 3)
substr('abcdef', -2)
substr('abcdef', -3, 2)
substr('abcdef', 0)
substr('abcdef', 10)
substr('abcdef', -10)
substr('abcdef', 1, 0)
substr('abcdef', 1, -1)
substring('abcdef' FROM 2 FOR 3)
substring('abcdef', 3)
concat('a', 'b', 'c')
concat('a', NULL)
concat('a')
concat('a', 1)
concat_ws(',', 'a', NULL, 'b')
concat_ws(',', ARRAY['a', NULL, 'b'])
concat_ws(',', ARRAY[])
concat_ws(NULL, 'a')
replace('abcabc', 'b', 'x')
replace('abc', 'b')
replace('abc', '', 'x')
strpos('abcabc', 'c')
strpos('abcabc', 'x')
strpos('abcabc', '')
strpos('abcabc', 'c', 2)
strpos('abcabc', 'c', -1)
position('b' IN 'abc')
starts_with('abc', 'ab')
lpad('7', 3, '0')
lpad('abcd', 2, 'x')
rpad('7', 5, 'ab')
lpad('a', -1, 'x')
lpad('a', 3, '')
split('a,b,c', ',')
split('a,b,c', ',', 2)
split('', ',')
split('abc', '')
split_part('a,b,c', ',', 2)
split_part('a,b,c', ',', 5)
split_part('a,b,c', ',', 0)
split_to_map('a=1,b=2', ',', '=')['b']
chr(65)
codepoint('A')
translate('abcd', 'ab', 'x')
levenshtein_distance('kitten', 'sitting')
hamming_distance('abc', 'abd')
normalize('é', NFD)
to_hex(to_utf8('abc'))
from_utf8(from_hex('616263'))
to_base64(to_utf8('hello'))
from_utf8(from_base64('aGVsbG8='))
to_hex(md5(to_utf8('a')))
to_hex(sha1(to_utf8('a')))
to_hex(sha256(to_utf8('a')))
to_hex(sha512(to_utf8('a')))
crc32(to_utf8('abc'))
url_encode('a b&c/d?é*~')
url_decode('a+b%26c')
url_extract_host('https://user@example.com:8080/p/a?q=1&r=2#frag')
url_extract_port('https://example.com:8080/')
url_extract_port('https://example.com/')
url_extract_path('https://example.com/p/a?q=1')
url_extract_query('https://example.com/p?q=1&r=2#f')
url_extract_fragment('https://example.com/p#frag')
url_extract_protocol('https://example.com')
url_extract_parameter('https://example.com/?q=1&r=a%20b', 'r')
url_extract_parameter('https://example.com/?q=1', 'z')
format('%.2f', 3.14159e0)
format('%.2f', 2.675)
format('%5d|%-5d|%05d', 1, 2, 3)
format('%,d', 1234567)
format('%s is %s', 'a', 1)
format('%s', 1e10)
format('%s', 1.50)
format('%x', 255)
format('%s', true)
format('%,.2f', 1234567.891e0)
format('%e', 12345.678e0)
format('%10s|', 'abc')
format('%s', NULL)
format('%d', 'a')
format('%s', DATE '2020-01-31')
'abc' LIKE 'a%'
'abc' LIKE 'A%'
'abc' LIKE '_b_'
'a%c' LIKE 'a\%c'
'a%c' LIKE 'a\%c' ESCAPE '\'
'abc' LIKE 'a#%c' ESCAPE '#'
'abc' LIKE NULL
'abc' NOT LIKE 'b%'
'a' LIKE 'a#' ESCAPE '#'
1 LIKE '1'
regexp_like('1a 2b 14m', '\d+b')
regexp_extract('1a 2b 14m', '\d+')
regexp_extract('1a 2b 14m', '(\d+)([a-z]+)', 2)
regexp_extract('abc', 'x')
regexp_extract('abc', '(a)', 2)
regexp_extract_all('1a 2b 14m', '\d+')
regexp_extract_all('1a 2b 14m', '(\d+)([a-z]+)', 2)
regexp_replace('1a 2b 14m', '\d+[ab] ')
regexp_replace('1a 2b 14m', '(\d+)([ab]) ', '3c$2 ')
regexp_replace('abc', '(?<x>b)', '[${x}]')
regexp_replace('new york', '(\w)(\w*)', x -> upper(x[1]) || lower(x[2]))
regexp_split('1a 2b 14m', '\s*[a-z]+\s*')
regexp_count('1a 2b 14m', '\s*[a-z]+\s*')
regexp_position('I have 23 apples', '\b\d+\b')
regexp_like('ABC', '(?i)abc')
regexp_like('a', '[')
-- mathematics
abs(-5)
abs(-5.5)
abs(-9223372036854775807 - 1)
round(2.5)
round(-2.5)
round(2.5e0)
round(-2.5e0)
round(1.005e0, 2)
round(2.675, 2)
round(1234.5678, -2)
round(1234.5678e0, -2)
round(15, -1)
round(NULL)
floor(1.5)
floor(-1.5)
ceil(1.2)
ceil(-1.2e0)
ceiling(1.5)
truncate(1.999)
truncate(-1.999e0)
truncate(1234.567, 1)
truncate(1234.567e0, 1)
sign(-3)
sign(-2.5)
sign(0e0)
sqrt(2)
cbrt(27)
exp(1)
ln(10)
log2(8)
log10(1000)
log(2, 8)
power(2, 10)
pow(2, 0.5e0)
mod(7, 3)
mod(-7, 3)
mod(7.5, 2)
pi()
e()
sin(1)
atan2(1, 2)
degrees(pi())
radians(180)
is_nan(nan())
is_finite(1e0)
is_infinite(infinity())
from_base('ff', 16)
from_base('zz', 10)
to_base(255, 16)
width_bucket(5.3, 0, 10, 5)
width_bucket(-1, 0, 10, 5)
width_bucket(11, 0, 10, 5)
width_bucket(5.3, ARRAY[1.0, 3.0, 6.0])
width_bucket(5, 10, 0, 5)
width_bucket(5, 0, 10, 0)
bitwise_and(6, 3)
bitwise_or(6, 3)
bitwise_xor(6, 3)
bitwise_not(5)
bit_count(9, 64)
bitwise_left_shift(1, 3)
bitwise_right_shift(-8, 1)
bitwise_right_shift_arithmetic(-8, 1)
rand() < 1
-- dates
DATE '2020-01-31' + interval '1' month
DATE '2020-01-31' + interval '1' day
DATE '2020-01-31' - interval '1' year
DATE '2020-01-31' + interval '1' hour
interval '1' day + DATE '2020-01-31'
TIMESTAMP '2020-01-31 10:00:00' + interval '1' month
TIMESTAMP '2020-01-31 10:00:00' + interval '90' minute
TIMESTAMP '2020-01-31 10:00:00.123' - interval '1' second
DATE '2020-03-05' - DATE '2020-03-01'
TIMESTAMP '2020-03-05 10:00:00' - TIMESTAMP '2020-03-01 00:00:00'
interval '2' day + interval '3' hour
interval '1' year + interval '2' month
interval '3' day * 2
interval '29' hour
DATE '2020-01-01' < TIMESTAMP '2020-01-01 00:00:01'
DATE '2020-01-01' + 1
date_add('day', 1, DATE '2020-01-31')
date_add('month', 1, DATE '2020-01-31')
date_add('hour', 1, DATE '2020-01-31')
date_add('hour', 1, TIMESTAMP '2020-01-31 23:30:00')
date_add('week', -1, DATE '2020-01-31')
date_add('quarter', 1, DATE '2020-01-31')
date_add('year', 1, DATE '2020-02-29')
date_add('millisecond', 5, TIMESTAMP '2020-01-31 23:30:00')
date_add('foo', 5, DATE '2020-01-31')
date_diff('month', DATE '2024-01-31', DATE '2024-02-01')
date_diff('month', DATE '2024-01-31', DATE '2024-02-29')
date_diff('month', DATE '2024-01-15', DATE '2024-03-15')
date_diff('month', DATE '2024-03-31', DATE '2024-02-29')
date_diff('year', DATE '2020-02-29', DATE '2021-02-28')
date_diff('day', DATE '2024-01-31', DATE '2024-02-01')
date_diff('day', TIMESTAMP '2024-01-31 23:00:00', TIMESTAMP '2024-02-01 01:00:00')
date_diff('hour', TIMESTAMP '2024-01-31 23:00:00', TIMESTAMP '2024-02-01 01:59:00')
date_diff('week', DATE '2024-01-01', DATE '2024-01-13')
date_diff('quarter', DATE '2024-01-01', DATE '2024-07-31')
date_diff('second', TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2023-12-31 23:59:58.500')
date_diff('day', DATE '2024-02-01', DATE '2024-01-31')
date_trunc('month', DATE '2020-05-17')
date_trunc('hour', TIMESTAMP '2020-05-17 10:45:30.123')
date_trunc('week', DATE '2020-05-17')
date_trunc('quarter', TIMESTAMP '2020-05-17 10:45:30')
date_trunc('year', DATE '2020-05-17')
date_trunc('hour', DATE '2020-05-17')
date_trunc('day', TIMESTAMP '2020-05-17 02:00:00 America/New_York')
year(DATE '2020-05-17')
quarter(DATE '2020-05-17')
month(DATE '2020-05-17')
week(DATE '2021-01-03')
day(DATE '2020-05-17')
day_of_week(DATE '2020-05-17')
dow(DATE '2020-05-18')
day_of_year(DATE '2020-12-31')
year_of_week(DATE '2021-01-03')
hour(TIMESTAMP '2020-05-17 10:45:30.123')
minute(TIMESTAMP '2020-05-17 10:45:30.123')
second(TIMESTAMP '2020-05-17 10:45:30.123')
millisecond(TIMESTAMP '2020-05-17 10:45:30.123')
hour(DATE '2020-05-17')
extract(YEAR FROM DATE '2020-05-17')
extract(DOW FROM DATE '2020-05-17')
extract(HOUR FROM TIMESTAMP '2020-05-17 10:45:30')
extract(HOUR FROM DATE '2020-05-17')
last_day_of_month(DATE '2020-02-10')
from_unixtime(0)
from_unixtime(1700000000.5)
from_unixtime(1700000000123 / 1000.0)
from_unixtime(-1)
from_unixtime(1700000000, 'America/New_York')
to_unixtime(TIMESTAMP '2020-01-01 00:00:00.500')
from_iso8601_timestamp('2020-05-11T11:15:05')
from_iso8601_timestamp('2020-05-11T11:15:05Z')
from_iso8601_timestamp('2020-05-11T11:15:05+01:00')
from_iso8601_timestamp('2020-05-11')
from_iso8601_timestamp('xx')
from_iso8601_date('2020-05-11')
to_iso8601(DATE '2020-05-11')
to_iso8601(TIMESTAMP '2020-05-11 10:00:00.123')
date_format(TIMESTAMP '2020-05-07 05:06:07.008', '%Y-%m-%d %H:%i:%s')
date_format(TIMESTAMP '2020-05-07 15:06:07.008', '%a %b %c %d %e %f %h %I %i %j %k %l %M %p %r %S %T %v %W %x %y %%')
date_format(DATE '2020-05-07', '%Y/%m')
date_format(TIMESTAMP '2020-05-07 05:06:07', '%D')
date_parse('2020-05-07', '%Y-%m-%d')
date_parse('2020-05-07 10:11:12', '%Y-%m-%d %H:%i:%s')
date_parse('07/May/2020', '%d/%b/%Y')
date_parse('2020-05-07 03 PM', '%Y-%m-%d %h %p')
date_parse('20200507', '%Y%m%d')
date_parse('x', '%Y')
date_parse('2020-13-01', '%Y-%m-%d')
format_datetime(TIMESTAMP '2020-05-07 05:06:07.008', 'yyyy-MM-dd HH:mm:ss.SSS')
format_datetime(TIMESTAMP '2020-05-07 15:06:07', 'EEE, d MMM yyyy h:mm a')
format_datetime(TIMESTAMP '2020-05-07 15:06:07', 'yyyy-MM-dd''T''HH:mm')
parse_datetime('2020-05-07 10:11', 'yyyy-MM-dd HH:mm')
TIMESTAMP '2020-01-01 12:00:00 UTC' AT TIME ZONE 'America/New_York'
TIMESTAMP '2020-01-01 12:00:00' AT TIME ZONE 'America/New_York'
at_timezone(TIMESTAMP '2020-07-01 12:00:00 UTC', 'Europe/Berlin')
with_timezone(TIMESTAMP '2020-07-01 12:00:00', 'Europe/Berlin')
CAST(TIMESTAMP '2020-01-01 12:00:00 UTC' AT TIME ZONE 'America/New_York' AS timestamp)
hour(TIMESTAMP '2020-01-01 12:00:00 UTC' AT TIME ZONE 'America/New_York')
TIMESTAMP '2020-01-01 12:00:00 +02:00'
TIMESTAMP '2020-01-01 12:00:00 UTC' = TIMESTAMP '2020-01-01 14:00:00 +02:00'
DATE '2020-01-01' = CAST('2020-01-01' AS date)
DATE '2020-02-30'
TIMESTAMP 'abc'
date('2020-01-01')
date(TIMESTAMP '2020-01-01 10:00:00')
human_readable_seconds(3762)
-- arrays
ARRAY[1, 2, 3]
ARRAY[1, NULL, 3]
ARRAY[1, 2.5]
ARRAY[1, 'a']
ARRAY[]
ARRAY['a', 'b'][1]
ARRAY['a', 'b'][3]
ARRAY['a', 'b'][0]
ARRAY['a', 'b'][-1]
element_at(ARRAY['a', 'b'], 2)
element_at(ARRAY['a', 'b'], -1)
element_at(ARRAY['a', 'b'], 3)
element_at(ARRAY['a', 'b'], 0)
cardinality(ARRAY[1, NULL])
cardinality(NULL)
contains(ARRAY[1, 2], 2)
contains(ARRAY[1, NULL], 2)
contains(ARRAY[1, 2], NULL)
array_position(ARRAY['a', 'b'], 'b')
array_position(ARRAY['a', 'b'], 'x')
array_join(ARRAY[1, NULL, 3], ',')
array_join(ARRAY[1, NULL, 3], ',', '?')
array_join(ARRAY[1.5e0, 2e10], '|')
array_distinct(ARRAY[1, 2, 1, NULL, NULL])
array_sort(ARRAY[3, NULL, 1])
array_sort(ARRAY['b', 'a'])
array_sort(ARRAY[3, 2, 5], (x, y) -> IF(x < y, 1, IF(x = y, 0, -1)))
array_min(ARRAY[3, 1, 2])
array_min(ARRAY[3, NULL])
array_max(ARRAY[3, 1, 2])
array_max(ARRAY[])
array_union(ARRAY[1, 2], ARRAY[2, 3])
array_intersect(ARRAY[1, 2, 3], ARRAY[2, 3, 4])
array_except(ARRAY[1, 2, 3], ARRAY[2])
arrays_overlap(ARRAY[1, 2], ARRAY[2, 3])
arrays_overlap(ARRAY[1, NULL], ARRAY[2])
array_remove(ARRAY[1, 2, 1], 1)
slice(ARRAY[1, 2, 3, 4], 2, 2)
slice(ARRAY[1, 2, 3, 4], -2, 2)
slice(ARRAY[1, 2, 3, 4], 0, 2)
slice(ARRAY[1, 2, 3, 4], 9, 2)
repeat('a', 3)
flatten(ARRAY[ARRAY[1, 2], ARRAY[3]])
sequence(1, 5)
sequence(5, 1)
sequence(0, 10, 5)
sequence(1, 5, -1)
sequence(DATE '2020-01-30', DATE '2020-02-02')
sequence(DATE '2020-01-01', DATE '2020-03-01', interval '1' month)
transform(ARRAY[1, 2, 3], x -> x * 2)
transform(ARRAY[1, 2], x -> CAST(x AS varchar) || '!')
filter(ARRAY[5, -6, NULL, 7], x -> x > 0)
reduce(ARRAY[5, 20, 50], 0, (s, x) -> s + x, s -> s)
reduce(ARRAY[5, 20, NULL, 50], 0, (s, x) -> s + coalesce(x, 0), s -> s)
reduce(ARRAY[5, 6, 10, 20], 0e0, (s, x) -> s + x, s -> s / 4)
reduce(ARRAY['a','b'], '', (s, x) -> s || x, s -> upper(s))
any_match(ARRAY[1, 2], x -> x > 1)
all_match(ARRAY[1, 2], x -> x > 1)
none_match(ARRAY[1, 2], x -> x > 5)
any_match(ARRAY[1, NULL], x -> x > 1)
zip_with(ARRAY[1, 3], ARRAY['a', 'b'], (x, y) -> y || CAST(x AS varchar))
zip_with(ARRAY[1, 2], ARRAY[3], (x, y) -> coalesce(x, 0) + coalesce(y, 0))
zip(ARRAY[1, 2], ARRAY['a'])
ngrams(ARRAY['a', 'b', 'c'], 2)
ARRAY[1] || ARRAY[2]
ARRAY[1] || 2
0 || ARRAY[1]
ARRAY[1, 2] = ARRAY[1, 2]
ARRAY[1, NULL] = ARRAY[1, NULL]
ARRAY[1, 2] = ARRAY[1, 3]
ARRAY[1, NULL] = ARRAY[2, NULL]
reverse(ARRAY[1, 2, 3])
concat(ARRAY[1], ARRAY[2], ARRAY[3])
trim_array(ARRAY[1, 2, 3], 1)
-- maps and rows
map(ARRAY['a', 'b'], ARRAY[1, 2])['a']
map(ARRAY['a'], ARRAY[1])['x']
element_at(map(ARRAY['a'], ARRAY[1]), 'x')
element_at(map(ARRAY['a'], ARRAY[1]), 'a')
cardinality(map(ARRAY['a', 'b'], ARRAY[1, 2]))
map_keys(map(ARRAY['a'], ARRAY[1]))
map_values(map(ARRAY['a'], ARRAY[1]))
map_entries(map(ARRAY['a'], ARRAY[1]))
map_from_entries(ARRAY[ROW('a', 1)])
map(ARRAY['a', 'a'], ARRAY[1, 2])
map(ARRAY['a'], ARRAY[1, 2])
map(ARRAY[NULL], ARRAY[1])
map()
map_concat(map(ARRAY['a'], ARRAY[1]), map(ARRAY['a'], ARRAY[2]))
map_filter(map(ARRAY['a'], ARRAY[1]), (k, v) -> v > 0)
transform_values(map(ARRAY['a'], ARRAY[1]), (k, v) -> v + 1)
transform_keys(map(ARRAY['a'], ARRAY[1]), (k, v) -> k || 'x')
ROW(1, 'a')
CAST(ROW(1, 'a') AS ROW(x integer, y varchar))
CAST(ROW(1, 'a') AS ROW(x integer, y varchar)).y
ROW(1, 2)[2]
ROW(1, 2) = ROW(1, 2)
ROW(1, NULL) = ROW(1, NULL)
ROW(1, NULL) = ROW(2, NULL)
(1, 2) IN ((1, 2), (3, 4))
-- json
json_parse('{"b": 1, "a": [1, 2.50, 1e3, "x"]}')
json_parse('abc')
json_parse('1.0')
json_format(json_parse('{"b":1,"a":null}'))
json_extract('{"a": {"b": [10, 20]}}', '$.a.b[1]')
json_extract('{"a": {"b": [10, 20]}}', '$.a')
json_extract('{"a": 1}', '$.x')
json_extract_scalar('{"a": {"b": "x"}}', '$.a.b')
json_extract_scalar('{"a": 1.50}', '$.a')
json_extract_scalar('{"a": true}', '$.a')
json_extract_scalar('{"a": [1]}', '$.a')
json_extract_scalar('{"a": null}', '$.a')
json_extract_scalar('{"a b": 1}', '$["a b"]')
json_extract_scalar('not json', '$.a')
json_extract_scalar('[1,2,3]', '$[0]')
json_extract_scalar('{"a": 1}', 'a')
json_array_length('[1, 2, 3]')
json_array_length('{}')
json_array_contains('[1, 2]', 2)
json_size('{"a": {"b": 1}}', '$.a')
CAST(json_parse('[1,2]') AS array(integer))
CAST(json_parse('{"a":1}') AS map(varchar, integer))
CAST(json_parse('{"x":1,"y":"b"}') AS ROW(x integer, y varchar))
CAST(json_parse('1') AS varchar)
CAST(json_parse('"a"') AS varchar)
CAST(json_parse('null') AS varchar)
CAST(json_parse('1.5') AS double)
CAST(json_parse('1.5') AS bigint)
CAST(1 AS json)
CAST('a"b' AS json)
CAST(ARRAY[1, NULL] AS json)
CAST(map(ARRAY['b', 'a'], ARRAY[1, 2]) AS json)
CAST(CAST(ROW(1, 'a') AS ROW(x integer, y varchar)) AS json)
CAST(1.5e0 AS json)
CAST(1e10 AS json)
CAST(true AS json)
CAST(DATE '2020-01-01' AS json)
json_format(CAST(ARRAY['a'] AS json))
is_json_scalar('1')
-- queries
SELECT x, count(*) FROM (VALUES 1, 2, 2, 3) t(x) GROUP BY x ORDER BY x
SELECT sum(x), avg(x), min(x), max(x), count(x), count(*) FROM (VALUES 1, 2, NULL) t(x)
SELECT sum(x), avg(x) FROM (VALUES 1.5, 2.25, NULL) t(x)
SELECT sum(x), avg(x) FROM (VALUES 1e0, 2e0) t(x)
SELECT sum(x) FROM (VALUES 9223372036854775807, 1) t(x)
SELECT avg(x) FROM (VALUES 1, 2) t(x) WHERE x > 5
SELECT typeof(sum(x)), typeof(avg(x)), typeof(count(x)) FROM (VALUES 1) t(x)
SELECT typeof(sum(x)), typeof(avg(x)) FROM (VALUES 1.50) t(x)
SELECT count(DISTINCT x) FROM (VALUES 1, 1, 2, NULL) t(x)
SELECT array_agg(x ORDER BY x DESC) FROM (VALUES 1, 3, 2, NULL) t(x)
SELECT array_agg(x) FILTER (WHERE x > 1) FROM (VALUES 1, 3) t(x)
SELECT count_if(x > 1), bool_and(x > 0), bool_or(x > 2), every(x > 1) FROM (VALUES 1, 2) t(x)
SELECT min_by(y, x), max_by(y, x) FROM (VALUES (1, 'a'), (2, 'b'), (NULL, 'c')) t(x, y)
SELECT arbitrary(x), any_value(x) FROM (VALUES 7) t(x)
SELECT approx_distinct(x) FROM (VALUES 1, 1, 2) t(x)
SELECT approx_percentile(x, 0.5) FROM (VALUES 1, 2, 3) t(x)
SELECT approx_percentile(x, ARRAY[0.25, 0.75]) FROM (VALUES 1, 2, 3, 4, 5) t(x)
SELECT stddev(x), stddev_pop(x), variance(x), var_pop(x) FROM (VALUES 1, 2, 4) t(x)
SELECT stddev(x) FROM (VALUES 1) t(x)
SELECT corr(x, y), covar_samp(x, y), covar_pop(x, y), regr_slope(x, y), regr_intercept(x, y) FROM (VALUES (1e0, 2e0), (2e0, 3e0), (4e0, 7e0)) t(x, y)
SELECT map_agg(x, y)['a'] FROM (VALUES ('a', 1), ('b', 2)) t(x, y)
SELECT histogram(x)['a'] FROM (VALUES 'a', 'b', 'a') t(x)
SELECT listagg(x, ',') WITHIN GROUP (ORDER BY x) FROM (VALUES 'b', 'a') t(x)
SELECT geometric_mean(x) FROM (VALUES 1e0, 4e0) t(x)
SELECT bitwise_and_agg(x), bitwise_or_agg(x) FROM (VALUES 6, 3) t(x)
SELECT max(x, 2), min(x, 2) FROM (VALUES 1, 2, 3) t(x)
SELECT sum(x) AS s FROM (VALUES 1, 2) t(x) HAVING sum(x) > 5
SELECT x AS y FROM (VALUES 1) t(x) WHERE y = 1
SELECT x AS y FROM (VALUES 1) t(x) GROUP BY y
SELECT x AS y, count(*) FROM (VALUES 1) t(x) GROUP BY x HAVING y = 1
SELECT x AS y FROM (VALUES 1, 2) t(x) ORDER BY y DESC
SELECT x FROM (VALUES 1, 2, NULL) t(x) ORDER BY x
SELECT x FROM (VALUES 1, 2, NULL) t(x) ORDER BY x DESC
SELECT x FROM (VALUES 1, 2, NULL) t(x) ORDER BY x NULLS FIRST
SELECT x FROM (VALUES 1, 2) t(x) ORDER BY 2
SELECT x, y FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT x + 1, count(*) FROM (VALUES 1, 2) t(x) GROUP BY x + 1 ORDER BY 1
SELECT upper(x), count(*) FROM (VALUES 'a', 'A') t(x) GROUP BY 1
SELECT x FROM (VALUES 1, 2, 3, 4) t(x) ORDER BY x OFFSET 1 LIMIT 2
SELECT x FROM (VALUES 1, 2, 3, 4) t(x) ORDER BY x LIMIT 2 OFFSET 1
SELECT x FROM (VALUES 1, 2, 3) t(x) ORDER BY x FETCH FIRST 2 ROWS ONLY
SELECT DISTINCT x FROM (VALUES 1, 1, 2) t(x) ORDER BY x
SELECT DISTINCT x FROM (VALUES (1, 2)) t(x, y) ORDER BY y
SELECT a, b, sum(c) FROM (VALUES (1, 'x', 10), (1, 'y', 20)) t(a, b, c) GROUP BY ROLLUP (a, b) ORDER BY a, b
SELECT a, b, sum(c) FROM (VALUES (1, 'x', 10), (1, 'y', 20)) t(a, b, c) GROUP BY CUBE (a, b) ORDER BY a, b
SELECT a, b, sum(c) FROM (VALUES (1, 'x', 10), (1, 'y', 20)) t(a, b, c) GROUP BY GROUPING SETS ((a), (b), ()) ORDER BY a, b
SELECT a, grouping(a, b), sum(c) FROM (VALUES (1, 'x', 10)) t(a, b, c) GROUP BY GROUPING SETS ((a), (b)) ORDER BY 2
SELECT x, row_number() OVER (ORDER BY x DESC) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
SELECT x, rank() OVER (ORDER BY x), dense_rank() OVER (ORDER BY x), percent_rank() OVER (ORDER BY x), cume_dist() OVER (ORDER BY x), ntile(2) OVER (ORDER BY x) FROM (VALUES 1, 1, 2) t(x) ORDER BY x
SELECT x, sum(x) OVER (ORDER BY x), sum(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 1, 2) t(x) ORDER BY 1, 2, 3
SELECT x, lag(x) OVER (ORDER BY x), lead(x, 2, 0) OVER (ORDER BY x), first_value(x) OVER (ORDER BY x), last_value(x) OVER (ORDER BY x), nth_value(x, 2) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
SELECT x, lag(x) IGNORE NULLS OVER (ORDER BY y) FROM (VALUES (1, 1), (NULL, 2), (3, 3)) t(x, y) ORDER BY y
SELECT avg(x) OVER (PARTITION BY y ORDER BY x ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES (1, 'a'), (3, 'a'), (5, 'b')) t(x, y) ORDER BY 1
SELECT sum(x) OVER w FROM (VALUES 1, 2) t(x) WINDOW w AS (ORDER BY x) ORDER BY 1
SELECT sum(sum(x)) OVER (ORDER BY y) FROM (VALUES (1, 'a'), (3, 'b')) t(x, y) GROUP BY y ORDER BY 1
SELECT row_number() FROM (VALUES 1) t(x)
SELECT x FROM (VALUES 1) t(x) WHERE row_number() OVER () = 1
SELECT x FROM (VALUES 1) t(x) WHERE sum(x) > 1
SELECT sum(sum(x)) FROM (VALUES 1) t(x)
SELECT * FROM (VALUES 1, 2) a(x) JOIN (VALUES 2, 3) b(y) ON x = y
SELECT * FROM (VALUES 1, 2) a(x) LEFT JOIN (VALUES 2, 3) b(y) ON x = y ORDER BY x
SELECT * FROM (VALUES 1, 2) a(x) RIGHT JOIN (VALUES 2, 3) b(y) ON x = y ORDER BY y
SELECT * FROM (VALUES 1, 2) a(x) FULL JOIN (VALUES 2, 3) b(y) ON x = y ORDER BY x, y
SELECT * FROM (VALUES 1, 2) a(x) FULL JOIN (VALUES 2, 3) b(x) USING (x) ORDER BY x
SELECT x, a.x FROM (VALUES 1, 2) a(x) JOIN (VALUES 2, 3) b(x) USING (x)
SELECT x FROM (VALUES 1) a(x), (VALUES 1) b(x)
SELECT a.x, b.x FROM (VALUES 1) a(x) CROSS JOIN (VALUES 2) b(x)
SELECT * FROM (VALUES 1) a(x) JOIN (VALUES 'a') b(y) ON x = y
SELECT t.x, u.v FROM (VALUES ARRAY[1, 2]) t(x) CROSS JOIN UNNEST(x) AS u(v)
SELECT v, o FROM UNNEST(ARRAY['a', 'b']) WITH ORDINALITY AS u(v, o)
SELECT v, w FROM UNNEST(ARRAY[1, 2], ARRAY['a']) AS u(v, w)
SELECT k, v FROM UNNEST(map(ARRAY['a', 'b'], ARRAY[1, 2])) AS u(k, v) ORDER BY k
SELECT a, b FROM UNNEST(ARRAY[ROW(1, 'x'), ROW(2, 'y')]) AS u(a, b)
SELECT x, v FROM (VALUES (1, ARRAY[1]), (2, ARRAY[])) t(x, y) LEFT JOIN UNNEST(y) AS u(v) ON true ORDER BY x
SELECT x FROM (VALUES 1, 2) t(x) UNION SELECT 2 ORDER BY 1
SELECT 1 UNION ALL SELECT 1
SELECT 1 UNION SELECT 'a'
SELECT 1 UNION SELECT 2.5 ORDER BY 1
SELECT 1, 2 UNION SELECT 1
SELECT x FROM (VALUES 1, 2, 2) t(x) INTERSECT SELECT 2
SELECT x FROM (VALUES 1, 2, 2) t(x) EXCEPT SELECT 1
SELECT x FROM (VALUES 1, 2) t(x) WHERE x IN (SELECT y FROM (VALUES 2, 3) u(y))
SELECT x FROM (VALUES 1, 2) t(x) WHERE x NOT IN (SELECT y FROM (VALUES 2, NULL) u(y))
SELECT x FROM (VALUES 1, 2) t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 2) u(y) WHERE y = x)
SELECT x, (SELECT max(y) FROM (VALUES 1, 2, 3) u(y) WHERE y < x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
SELECT (SELECT x FROM (VALUES 1, 2) t(x))
SELECT (SELECT x FROM (VALUES 1) t(x) WHERE x > 5)
SELECT 2 > ALL (VALUES 1, 0), 2 = ANY (VALUES 1, 2), 2 > ALL (VALUES 1, NULL)
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM a, b
WITH a(z) AS (SELECT 1) SELECT z FROM a
WITH a AS (SELECT 1), a AS (SELECT 2) SELECT 1
SELECT nope
SELECT t.nope FROM (VALUES 1) t(x)
SELECT nope(1)
SELECT X, T.x FROM (VALUES 1) t(x)
SELECT "X" FROM (VALUES 1) t(x)
SELECT x AS "Ab C", x Cd FROM (VALUES 1) t(x)
SELECT Foo FROM (VALUES 1) t(foo)
SELECT 1 AS a, 1 AS a
SELECT a FROM (SELECT 1 AS a, 2 AS a)
SELECT *
SELECT t.* FROM (VALUES (1, 2)) t(x, y)
SELECT (1, 2).*
VALUES (1, 'a'), (2, 'b')
VALUES 1, 'a'
VALUES (1, 2), (3)
SELECT 1 WHERE 1 = 2
SELECT 1 WHERE 1
SELECT count(*) FROM (VALUES 1) t(x) WHERE false
SELECT x FROM (VALUES 1, 2) t(x) LIMIT 0
SELECT cast(x AS varchar) FROM (VALUES 1.10, 2.20) t(x)
SELECT upper(1)
SELECT length(5)
SELECT sum('a')
SELECT avg('a')
SELECT max(ARRAY[1])
SELECT lower()
SELECT substr('a')
SELECT date_diff('month', '2020-01-01', '2020-02-01')
SELECT count(*) FILTER (WHERE x > 1) FROM (VALUES 1, 2) t(x)
SELECT sum(DISTINCT x) FROM (VALUES 1, 1, 2) t(x)
SELECT selec 1
SELECT FROM x
SELECT 1 FROM
SELECT 1 +
SELECT (1
SELECT 'a
SELECT 1 1
SELECT * FROM t WHERE
SELECT a b c FROM t
SELECT count(* FROM t
SELECT 1; SELECT 2
SELECT TABLE
SELECT order FROM t
SELECT `a` FROM t
SELECT 0x1F
SELECT 1_000
SELECT .5, 5., 1E5
SELECT X'4142'
SELECT U&'\0041'
SELECT DECIMAL '1.50'
SELECT 'it''s'
SELECT "a""b" FROM (VALUES 1) t("a""b")
SELECT 1 -- comment
SELECT /* c */ 1
-- more: where engines differ in silence
to_iso8601(TIMESTAMP '2020-05-11 10:00:00.123 UTC')
to_iso8601(TIMESTAMP '2020-05-11 10:00:00')
SELECT x, count(*) FROM (VALUES NULL, NULL, 1) t(x) GROUP BY x ORDER BY x
SELECT x, count(*) FROM (VALUES nan(), nan(), 1e0) t(x) GROUP BY x ORDER BY x
SELECT count(DISTINCT x) FROM (VALUES nan(), nan()) t(x)
SELECT max(x), min(x) FROM (VALUES nan(), 1e0) t(x)
SELECT x FROM (VALUES nan(), 1e0, infinity()) t(x) ORDER BY x
SELECT sum(x), avg(x) FROM (VALUES REAL '1.5', REAL '2.5') t(x)
SELECT sum(x) FROM (VALUES CAST(100 AS tinyint), CAST(100 AS tinyint)) t(x)
SELECT sum(x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '1') t(x)
SELECT avg(x) FROM (VALUES 1.1, 1.2, 1.2) t(x)
SELECT avg(x) FROM (VALUES -1.5, 0.0) t(x)
SELECT max(x), min(x) FROM (VALUES 'b', 'a', 'B') t(x)
SELECT max(x), min(x) FROM (VALUES true, false) t(x)
SELECT max(x) FROM (VALUES DATE '2020-01-01', DATE '2021-01-01') t(x)
SELECT count(DISTINCT (x, y)) FROM (VALUES (1, 2), (1, 2), (2, 1)) t(x, y)
SELECT count((x, y)) FROM (VALUES (1, 2)) t(x, y)
SELECT array_agg(DISTINCT x ORDER BY x) FROM (VALUES 2, 1, 2) t(x)
SELECT array_agg(x) FROM (VALUES 1) t(x) WHERE false
SELECT sum(x), count(x), max(x), array_agg(x), bool_and(x > 1), approx_distinct(x) FROM (VALUES 1) t(x) WHERE false
SELECT map_agg(x, y) FROM (VALUES (1, 'a')) t(x, y) WHERE false
SELECT map_agg(x, y) FROM (VALUES (1, 'a'), (NULL, 'b')) t(x, y)
SELECT histogram(x) FROM (VALUES NULL, 'a') t(x)
SELECT listagg(x, ',') WITHIN GROUP (ORDER BY x DESC) FROM (VALUES 'b', NULL, 'a') t(x)
SELECT approx_percentile(x, 0.5) FROM (VALUES 1e0, 2e0, 3e0, 4e0) t(x)
SELECT approx_percentile(x, 0e0), approx_percentile(x, 1e0) FROM (VALUES 1, 2, 3) t(x)
SELECT approx_percentile(x, 2e0) FROM (VALUES 1, 2, 3) t(x)
SELECT min_by(x, y) FROM (VALUES (NULL, 1), (5, 2)) t(x, y)
SELECT max_by(x, y) FROM (VALUES (1, NULL), (2, NULL)) t(x, y)
SELECT variance(x), stddev_pop(x) FROM (VALUES 5) t(x)
SELECT stddev(x) FROM (VALUES 1.5, 2.5) t(x)
SELECT regr_slope(y, x) FROM (VALUES (1e0, 1e0)) t(x, y)
SELECT corr(x, y) FROM (VALUES (1e0, 1e0), (1e0, 2e0)) t(x, y)
SELECT count_if(x) FROM (VALUES true, NULL, false) t(x)
SELECT bool_and(x), bool_or(x) FROM (VALUES true, NULL) t(x)
SELECT geometric_mean(x) FROM (VALUES 1, 2, 4) t(x)
SELECT x, sum(x) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 4) t(x) ORDER BY x
SELECT x, count(*) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 1, 2, 4) t(x) ORDER BY x
SELECT x, first_value(x) IGNORE NULLS OVER (ORDER BY y) FROM (VALUES (NULL, 1), (5, 2)) t(x, y) ORDER BY y
SELECT x, last_value(x) IGNORE NULLS OVER (ORDER BY y ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM (VALUES (5, 1), (NULL, 2)) t(x, y) ORDER BY y
SELECT x, row_number() OVER (ORDER BY x) FROM (VALUES 2, NULL, 1) t(x) ORDER BY 2
SELECT x, row_number() OVER (ORDER BY x DESC) FROM (VALUES 2, NULL, 1) t(x) ORDER BY 2
SELECT x, lag(x, 1, 0) OVER (ORDER BY x) FROM (VALUES 1, 2) t(x) ORDER BY x
SELECT x, max(x) OVER () - x FROM (VALUES 1, 2) t(x) ORDER BY x
SELECT x, sum(x) OVER (PARTITION BY x % 2 ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
SELECT x, avg(x) OVER (ORDER BY x ROWS 1 PRECEDING) FROM (VALUES 1, 2, 4) t(x) ORDER BY x
SELECT x, stddev(x) OVER (ORDER BY x ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 4) t(x) ORDER BY x
SELECT sum(x) OVER w, avg(x) OVER w FROM (VALUES 1, 2) t(x) WINDOW w AS (PARTITION BY x)
SELECT x FROM (SELECT x, row_number() OVER (ORDER BY x DESC) AS n FROM (VALUES 1, 2, 3) t(x)) WHERE n = 1
SELECT rank() OVER (ORDER BY count(*) DESC), x FROM (VALUES 1, 1, 2) t(x) GROUP BY x ORDER BY 1
SELECT sum(count(*)) OVER () FROM (VALUES 1, 1, 2) t(x) GROUP BY x
SELECT x, y FROM (VALUES (1, ARRAY[1, 2])) t(x, ys) CROSS JOIN UNNEST(ys) u(y) WHERE y > 1
SELECT a.x, b.y FROM (VALUES 1, NULL) a(x) LEFT JOIN (VALUES 1, NULL) b(y) ON a.x = b.y ORDER BY 1
SELECT count(*) FROM (VALUES 1, NULL) a(x) JOIN (VALUES 1, NULL) b(y) ON a.x IS NOT DISTINCT FROM b.y
SELECT * FROM (VALUES 1) a(x) LEFT JOIN (VALUES 2) b(y) ON false
SELECT a.x, b.x, c.x FROM (VALUES 1) a(x) JOIN (VALUES 1) b(x) ON a.x = b.x JOIN (VALUES 1) c(x) ON b.x = c.x
SELECT * FROM (VALUES 1) a(x) JOIN ((VALUES 1) b(x) JOIN (VALUES 1) c(x) ON b.x = c.x) ON a.x = b.x
SELECT x FROM (VALUES (1)) a(x) WHERE x = (SELECT max(y) FROM (VALUES 1) b(y))
SELECT x FROM (VALUES 1, 2, 3) a(x) WHERE x > (SELECT avg(y) FROM (VALUES 1, 2, 3) b(y))
SELECT x, EXISTS (SELECT 1 FROM (VALUES 1) b(y) WHERE y = x) FROM (VALUES 1, 2) a(x) ORDER BY x
SELECT x, x IN (SELECT y FROM (VALUES 1, NULL) b(y)) FROM (VALUES 1, 2) a(x) ORDER BY x
SELECT x, y FROM (VALUES 1, 2) a(x) CROSS JOIN LATERAL (SELECT x * 10 AS y) ORDER BY x
SELECT x FROM (VALUES NULL, 1) a(x) WHERE NOT (x = 1)
SELECT x FROM (VALUES NULL, 1, 2) a(x) WHERE x <> 1
SELECT x FROM (VALUES NULL, 1) a(x) WHERE x NOT IN (2)
SELECT (x, y) = (1, 2) FROM (VALUES (1, 2)) t(x, y)
SELECT x FROM (VALUES 1, 2) t(x) UNION ALL SELECT x FROM (VALUES 2) t(x) ORDER BY x LIMIT 2
SELECT x FROM (VALUES NULL, NULL) t(x) UNION SELECT NULL
SELECT 1 INTERSECT SELECT NULL
SELECT NULL EXCEPT SELECT NULL
SELECT 1 UNION SELECT 2 INTERSECT SELECT 3
(SELECT 1 UNION ALL SELECT 2) EXCEPT SELECT 1
SELECT * FROM (SELECT 1 AS a UNION ALL SELECT 2) ORDER BY a DESC
SELECT x + 1 AS y FROM (VALUES 1, 2) t(x) ORDER BY y + 1 DESC
SELECT x AS y, y AS x FROM (VALUES (1, 20), (2, 10)) t(x, y) ORDER BY x
SELECT -x AS x FROM (VALUES 1, 2) t(x) ORDER BY x
SELECT x FROM (VALUES 1, 2) t(x) ORDER BY -x
SELECT x FROM (VALUES 'a', 'B', 'c') t(x) ORDER BY lower(x) DESC
SELECT x, sum(y) FROM (VALUES ('a', 1), ('b', 2)) t(x, y) GROUP BY x ORDER BY sum(y) DESC
SELECT x % 2, sum(x) FROM (VALUES 1, 2, 3) t(x) GROUP BY x % 2 HAVING sum(x) > 2 ORDER BY 1
SELECT CASE WHEN x > 1 THEN 'big' ELSE 'small' END, count(*) FROM (VALUES 1, 2, 3) t(x) GROUP BY CASE WHEN x > 1 THEN 'big' ELSE 'small' END ORDER BY 1
SELECT count(*) FROM (VALUES 1, 2, 3) t(x) GROUP BY ()
SELECT x, y, count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x, ROLLUP (y) ORDER BY x, y
SELECT date_trunc('month', d), count(*) FROM (VALUES DATE '2020-01-05', DATE '2020-01-20') t(d) GROUP BY date_trunc('month', d)
SELECT year(d) AS y, sum(v) FROM (VALUES (DATE '2020-01-05', 1), (DATE '2021-01-20', 2)) t(d, v) GROUP BY year(d) ORDER BY y
SELECT x FROM (VALUES 1) t(x) GROUP BY x HAVING count(*) > 0 AND x = 1
SELECT *, x + 1 FROM (VALUES 1) t(x)
SELECT t.*, u.* FROM (VALUES 1) t(x), (VALUES 2) u(y)
SELECT x."y" FROM (SELECT CAST(ROW(1) AS ROW(y integer))) t(x)
SELECT t.x.y FROM (SELECT CAST(ROW(1) AS ROW(y integer))) t(x)
SELECT x.z FROM (SELECT CAST(ROW(1) AS ROW(y integer))) t(x)
SELECT transform(ARRAY[1, 2], v -> v + x) FROM (VALUES 10) t(x)
transform(ARRAY[ARRAY[1, 2], ARRAY[3]], a -> transform(a, b -> b * cardinality(a)))
transform(ARRAY[1, 2], x -> (x, x * 2))
filter(map_entries(map(ARRAY['a', 'b'], ARRAY[1, 2])), e -> e[2] > 1)
reduce(ARRAY[1, 2, 3], CAST(ROW(0, 0) AS ROW(s integer, n integer)), (s, x) -> CAST(ROW(s.s + x, s.n + 1) AS ROW(s integer, n integer)), s -> CAST(s.s AS double) / s.n)
reduce(ARRAY[], 0, (s, x) -> s + 1, s -> s)
reduce(NULL, 0, (s, x) -> s, s -> s)
array_sort(ARRAY[2e0, nan(), 1e0])
array_join(ARRAY[true, false], ',')
array_join(ARRAY[DATE '2020-01-01'], ',')
array_join(ARRAY[1.50], ',')
array_distinct(ARRAY['b', 'a', 'b'])
array_union(ARRAY[1, NULL], ARRAY[NULL])
array_intersect(ARRAY[1, NULL], ARRAY[NULL, 2])
array_except(ARRAY[1, NULL], ARRAY[1])
array_position(ARRAY[1, 2, 1], 1)
array_remove(ARRAY[1, NULL], NULL)
cardinality(map())
element_at(map(ARRAY[1], ARRAY['a']), NULL)
contains(ARRAY[nan()], nan())
contains(ARRAY[ARRAY[1]], ARRAY[1])
ARRAY[ARRAY[1]][1][1]
ARRAY[NULL, 1][1]
flatten(ARRAY[ARRAY[1], NULL])
repeat(NULL, 2)
sequence(1, 20000)
slice(ARRAY[1, 2], 1, -1)
zip(ARRAY[1], ARRAY[2, 3])
concat(ARRAY[1], NULL)
ARRAY[1] || NULL
map_from_entries(ARRAY[(1, 'a'), (1, 'b')])
length('日本語')
lpad('日', 3, '本')
substr('日本語', 2, 1)
strpos('日本語', '語')
upper('ŉ')
reverse('aé日')
split_part('a日b', '日', 2)
'日本' LIKE '_本'
'a.c' LIKE 'abc'
'a\c' LIKE 'a\c'
'%' LIKE '%%'
concat('a', 'b', NULL)
trim('	x	')
trim(chr(160) || 'x')
split('a--b', '--')
regexp_extract('foo', 'f(o)?(x)?', 2)
regexp_replace('a.b.c', '\.', '-')
regexp_replace('abc', '', '-')
regexp_like('abc', '^b')
regexp_like('a' || chr(10) || 'b', 'a.b')
regexp_split('a1b', '\d')
regexp_extract('日本', '.')
date_diff('month', DATE '2024-02-29', DATE '2024-03-31')
date_diff('month', TIMESTAMP '2024-01-31 12:00:00', TIMESTAMP '2024-02-29 11:00:00')
date_diff('year', DATE '2024-02-29', DATE '2023-03-01')
date_diff('day', DATE '1969-12-31', DATE '1970-01-01')
date_add('month', -1, DATE '2024-03-31')
date_add('month', 1, TIMESTAMP '2024-01-31 10:00:00.123')
date_add('day', 1, TIMESTAMP '2020-01-01 00:00:00 UTC')
date_trunc('second', TIMESTAMP '1969-12-31 23:59:59.999')
date_trunc('week', TIMESTAMP '2024-01-01 10:00:00')
week(DATE '2024-12-30')
day_of_week(TIMESTAMP '2020-05-17 10:00:00')
millisecond(TIMESTAMP '1969-12-31 23:59:59.999')
hour(TIMESTAMP '1969-12-31 23:59:59.999')
to_unixtime(TIMESTAMP '1969-12-31 23:59:59.500')
to_unixtime(TIMESTAMP '2020-01-01 00:00:00 UTC')
from_unixtime(1.0005)
from_unixtime(1e12)
from_unixtime(CAST(NULL AS double))
format_datetime(TIMESTAMP '2020-05-07 05:06:07', 'yy-M-d H:m:s')
format_datetime(TIMESTAMP '2020-05-07 05:06:07', 'D e E EEEE MMMM x w')
format_datetime(TIMESTAMP '2020-05-07 05:06:07 UTC', 'Z ZZ ZZZ')
date_format(TIMESTAMP '2020-01-01 00:00:00', '%j %v %x')
date_format(TIMESTAMP '1969-12-31 23:59:59.999', '%f')
date_parse('2020-05-07 10:11:12.123', '%Y-%m-%d %H:%i:%s.%f')
date_parse('70', '%y')
date_parse('May 7 2020', '%M %e %Y')
date_parse('12:30 AM', '%h:%i %p')
date_parse(' 2020', '%Y')
date_parse('2020-05-07', '%Y-%m-%d') = DATE '2020-05-07'
DATE '2020-01-31' + interval '-1' day
DATE '2020-01-31' - interval '1' month
TIMESTAMP '2020-03-08 12:00:00 America/New_York' + interval '1' day
TIMESTAMP '2020-03-07 12:00:00 America/New_York' + interval '1' day
date_add('day', 1, TIMESTAMP '2020-03-07 12:00:00 America/New_York')
date_add('hour', 24, TIMESTAMP '2020-03-07 12:00:00 America/New_York')
CAST(TIMESTAMP '2020-01-01 00:00:00 UTC' AS date)
CAST('2020-01-01 00:00:00 UTC' AS timestamp with time zone)
CAST('2020-01-01 00:00:00' AS timestamp with time zone)
CAST('10:00' AS time)
CAST(TIMESTAMP '2020-01-01 10:11:12.123' AS time)
interval '1' day > interval '23' hour
interval '1' month = interval '30' day
interval '1' day * 1.5
- interval '1' day
1.10 + 1
1.1 * 1.10
0.1 + 0.2
0.1e0 + 0.2e0
1e0 / 3
2 / 3 * 3
10 / 4.0
CAST(10 AS double) / 4
1.0 / 3.0
100.00 / 7
-7.5 % 2
DECIMAL '0.5' * DECIMAL '0.5'
round(DECIMAL '9.99', 1)
round(9.5)
round(-0.5e0)
round(0.5e0)
round(1e300)
round(123.456e0, -1)
floor(-0.5e0)
ceil(-0.5e0)
sqrt(-1)
ln(0)
power(0, 0)
mod(5, -3)
mod(5.5e0, 2e0)
sign(-0e0)
abs(-1.5e0)
width_bucket(nan(), 0, 10, 5)
bitwise_and(-1, 255)
from_base('-7f', 16)
to_base(-255, 16)
greatest(1e0, nan())
least(1e0, nan())
greatest(NULL, NULL)
coalesce(1, 1/0)
if(true, 1, 1/0)
CASE WHEN true THEN 1 ELSE 1/0 END
nullif(NULL, 1)
nullif(1, NULL)
try(CAST('1' AS integer))
try(element_at(ARRAY[1], 0))
try(ARRAY[1][2])
try(json_parse('x'))
try(date_parse('x', '%Y'))
try_cast('2020-02-30' AS date)
try_cast(300 AS tinyint)
CAST(CAST(1 AS decimal(3,1)) AS varchar)
CAST(0.1e0 + 0.2e0 AS varchar)
CAST(1e0/3 AS decimal(10,4))
CAST(1.7976931348623157e308 AS varchar)
CAST(REAL '3.4e38' AS double)
CAST(16777217 AS real)
CAST(9007199254740993 AS double)
CAST('0x10' AS integer)
CAST('1_000' AS integer)
CAST('-0' AS integer)
CAST('inf' AS double)
CAST('1d' AS double)
CAST('.5' AS decimal(3,2))
CAST('1e2' AS decimal(5,1))
CAST(NULL AS varchar)
CAST(1.5 AS bigint) + 1
CAST(-0.5 AS integer)
CAST(0.5 AS integer)
CAST(2.5 AS real)
CAST(true AS double)
CAST(2 AS boolean)
CAST(0e0 AS boolean)
CAST('a' AS varbinary)
to_utf8('é')
X'00ff'
CAST(ARRAY[1.5, 2.5] AS array(integer))
CAST(json_parse('{"a":{"b":[1,2]}}') AS map(varchar, map(varchar, array(integer))))
CAST(json_parse('"1"') AS integer)
CAST(json_parse('true') AS varchar)
CAST(json_parse('[1]') AS varchar)
CAST(json_parse('1.10') AS varchar)
CAST(json_parse('12345678901234567890') AS varchar)
CAST(json_parse('[1,"a",null,true]') AS array(varchar))
CAST(json_parse('{"A":1}') AS ROW(a integer))
CAST(NULL AS json)
CAST('x' AS json)
CAST(json_parse('[[1],[2]]') AS array(array(bigint)))
json_parse('{"a":1,"a":2}')
json_parse('"é\u00e9\n"')
json_parse('1e400')
json_parse('12345678901234567890')
json_parse('0.1')
json_parse('[]')
json_parse('')
json_extract('{"a":"x"}', '$.a')
json_extract('{"a":[1,{"b":2}]}', '$.a[1].b')
json_extract('[0,1]', '$[5]')
json_extract('{"a":null}', '$.a')
json_extract_scalar('{"a":"é\n"}', '$.a')
json_extract_scalar('{"a":1e3}', '$.a')
json_extract_scalar('{"A":1}', '$.a')
json_extract_scalar('"x"', '$')
json_extract_scalar(json_parse('{"a":2}'), '$.a')
json_array_length('[')
json_array_contains('["a"]', 'a')
json_array_contains('[1.5]', 1.5e0)
json_array_contains('[1.0]', 1)
json_size('[1,2]', '$')
json_format(JSON '{"b":1}')
json_parse('{"a":1}') = json_parse('{"a": 1}')
typeof(1.5 + 1)
typeof(1.5 * 1.25)
typeof(1.5 / 1.25)
typeof(10 / 2.5)
typeof(CAST(1 AS bigint) / 2)
typeof(REAL '1' + 1)
typeof(REAL '1' + 1.5)
typeof(1e0 + 1.5)
typeof(CASE WHEN true THEN 1 ELSE CAST(2 AS bigint) END)
typeof(ARRAY[1, 2.5])
typeof(coalesce('a', 'bcd'))
typeof('a' || 'b')
typeof(if(true, DATE '2020-01-01', TIMESTAMP '2020-01-01 00:00:00'))
typeof(date_add('day', 1, TIMESTAMP '2020-01-01 00:00:00'))
typeof(date_parse('2020', '%Y'))
typeof(parse_datetime('2020', 'yyyy'))
typeof(from_iso8601_timestamp('2020-01-01'))
typeof(from_iso8601_date('2020-01-01'))
typeof(localtimestamp)
typeof(current_timestamp)
typeof(greatest(1, 2.5))
typeof(avg(1)) 
typeof(approx_distinct(1))
typeof(array_agg(1))
typeof(map_agg('a', 1))
typeof(element_at(ARRAY['ab'], 1))
typeof(split_part('a', 'b', 1))
typeof(year(DATE '2020-01-01'))
typeof(row_number() OVER ())
typeof(ntile(2) OVER ())
typeof(json_extract_scalar('{}', '$.a'))
typeof(regexp_extract('a', 'a'))
typeof(ROW(1, 'a'))
typeof(sum(1.5))
typeof(stddev(1))
typeof(max(CAST(1 AS tinyint)))
typeof(sqrt(4))
typeof(interval '1' month)
typeof(DATE '2020-01-01' + interval '1' day)
typeof(at_timezone(now(), 'UTC'))
typeof(1 = 1)
typeof(NULL = 1)
typeof(X'00')
typeof(md5(X'00'))
typeof(zip(ARRAY[1], ARRAY['a']))
typeof(map_entries(map(ARRAY['a'], ARRAY[1])))
typeof(to_hex(X'00'))
typeof(bit_count(1, 64))
typeof(reverse('abc'))
typeof(lpad('a', 3, 'b'))
typeof(trim(' a '))
typeof(format('%s', 1))
typeof(listagg('a', ',') WITHIN GROUP (ORDER BY 1))
greatest(nan(), 1e0)
SELECT max(x), min(x) FROM (VALUES 1e0, nan()) t(x)
SELECT * FROM (VALUES CAST(ROW(1, 2) AS ROW(a integer, b integer))) t(x, y)
SELECT approx_percentile(x, 0.9) FROM UNNEST(sequence(1, 100)) t(x)
SELECT x FROM UNNEST(ARRAY[ROW(1, ARRAY[1, 2])]) t(x, y) WHERE cardinality(y) = 2
SELECT sum(x) FILTER (WHERE x > 100) FROM (VALUES 1) t(x)
NULL % 0e0
ARRAY[1] || ARRAY[ARRAY[1, 2]]
ARRAY[ARRAY[1]] || ARRAY[2]
-NULL
SELECT greatest(x) OVER (ORDER BY x) FROM (VALUES 1) t(x)
SELECT least(x) FILTER (WHERE x > 1) FROM (VALUES 1, 3) t(x)
SELECT approx_percentile(x, ARRAY[2, 0.75]) FROM (VALUES 1, 2) t(x)
