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
DECIMAL '1.0'/3
10/DECIMAL '3.0'
DECIMAL '1.5'*DECIMAL '2.25'
DECIMAL '1.5'+2
DECIMAL '1.50'-DECIMAL '2.125'
DECIMAL '2.5' % 1
DECIMAL '7.5'/DECIMAL '2.5'
DECIMAL '1.0'/0
DECIMAL '12345678901234567890' * DECIMAL '1234567890'
DECIMAL '99999999999999999999999999999999999999' + 1
CAST(1 AS decimal(38,10)) / CAST(3 AS decimal(38,10))
2147483647 + 1
2147483648 + 1
9223372036854775807 + 1
CAST(127 AS tinyint) + CAST(1 AS tinyint)
CAST(32767 AS smallint) * CAST(2 AS smallint)
1 + 1.5e0
1 + DECIMAL '2.5'
REAL '1.5' + 1
REAL '1.1' * 3
CAST(DECIMAL '1.1' AS real)
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
DECIMAL '1.5' BETWEEN 1 AND 2
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
1 > DECIMAL '1.5'
1 <> 1e0
-0e0 = 0e0
infinity() > 1e308
1 = DECIMAL '1.0'
bigint '5' = 5
'a' < 'B'
'a' < 'b'
'é' > 'z'
greatest(1, 2, 3)
greatest(1, NULL)
least(DECIMAL '1.5', 2)
least('a', 'b')
greatest('a', 1)
greatest(DATE '2020-01-01', DATE '2021-01-01')
coalesce(NULL, 1)
coalesce(NULL, NULL, 'x')
coalesce(1, 'x')
coalesce(1, DECIMAL '2.5')
nullif(1, 1)
nullif(1, 2)
nullif('a', 1)
if(true, 1, 2)
if(false, 1)
if(1, 2, 3)
if(true, 1, 'a')
CASE 1 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END
CASE WHEN false THEN 1 END
CASE WHEN true THEN 1 ELSE DECIMAL '2.5' END
CASE WHEN true THEN 1 ELSE 'a' END
CASE 'a' WHEN 1 THEN 2 END
try(1/0)
try(CAST('a' AS integer))
try(1)
try_cast('x' AS bigint)
try_cast('5' AS bigint)
typeof(1)
typeof('abc')
typeof(DECIMAL '1.50')
typeof(1e0)
typeof(NULL)
typeof(ARRAY[1,2])
typeof(CAST(ROW(1,'a') AS ROW(x integer, y varchar)))
typeof(now())
typeof(current_date)
typeof(TIMESTAMP '2020-01-01 00:00:00.123')
typeof(1/DECIMAL '2.0')
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
typeof(round(DECIMAL '1.5'))
typeof(round(1))
typeof(round(DECIMAL '1.234', 2))
typeof(abs(-1))
typeof(floor(DECIMAL '1.5'))
typeof(ceil(DECIMAL '12.25'))
typeof(truncate(DECIMAL '1.5'))
typeof(sign(DECIMAL '1.5'))
typeof(mod(DECIMAL '5.5', 2))
typeof(power(2,3))
typeof(json_parse('1'))
typeof(interval '1' day)
typeof(DATE '2020-01-01' - DATE '2019-01-01')
typeof(split('a,b', ','))
-- casts
CAST(DECIMAL '1.5' AS integer)
CAST(DECIMAL '2.5' AS integer)
CAST(-DECIMAL '1.5' AS integer)
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
CAST(DECIMAL '1.005' AS decimal(3,2))
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
CAST(DECIMAL '1.50' AS varchar)
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
format('%.2f', DECIMAL '2.675')
format('%5d|%-5d|%05d', 1, 2, 3)
format('%,d', 1234567)
format('%s is %s', 'a', 1)
format('%s', 1e10)
format('%s', DECIMAL '1.50')
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
abs(-DECIMAL '5.5')
abs(-9223372036854775807 - 1)
round(DECIMAL '2.5')
round(-DECIMAL '2.5')
round(2.5e0)
round(-2.5e0)
round(1.005e0, 2)
round(DECIMAL '2.675', 2)
round(DECIMAL '1234.5678', -2)
round(1234.5678e0, -2)
round(15, -1)
round(NULL)
floor(DECIMAL '1.5')
floor(-DECIMAL '1.5')
ceil(DECIMAL '1.2')
ceil(-1.2e0)
ceiling(DECIMAL '1.5')
truncate(DECIMAL '1.999')
truncate(-1.999e0)
truncate(DECIMAL '1234.567', 1)
truncate(1234.567e0, 1)
sign(-3)
sign(-DECIMAL '2.5')
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
mod(DECIMAL '7.5', 2)
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
width_bucket(DECIMAL '5.3', 0, 10, 5)
width_bucket(-1, 0, 10, 5)
width_bucket(11, 0, 10, 5)
width_bucket(DECIMAL '5.3', ARRAY[DECIMAL '1.0', DECIMAL '3.0', DECIMAL '6.0'])
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
from_unixtime(DECIMAL '1700000000.5')
from_unixtime(1700000000123 / DECIMAL '1000.0')
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
ARRAY[1, DECIMAL '2.5']
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
SELECT sum(x), avg(x) FROM (VALUES DECIMAL '1.5', DECIMAL '2.25', NULL) t(x)
SELECT sum(x), avg(x) FROM (VALUES 1e0, 2e0) t(x)
SELECT sum(x) FROM (VALUES 9223372036854775807, 1) t(x)
SELECT avg(x) FROM (VALUES 1, 2) t(x) WHERE x > 5
SELECT typeof(sum(x)), typeof(avg(x)), typeof(count(x)) FROM (VALUES 1) t(x)
SELECT typeof(sum(x)), typeof(avg(x)) FROM (VALUES DECIMAL '1.50') t(x)
SELECT count(DISTINCT x) FROM (VALUES 1, 1, 2, NULL) t(x)
SELECT array_agg(x ORDER BY x DESC) FROM (VALUES 1, 3, 2, NULL) t(x)
SELECT array_agg(x) FILTER (WHERE x > 1) FROM (VALUES 1, 3) t(x)
SELECT count_if(x > 1), bool_and(x > 0), bool_or(x > 2), every(x > 1) FROM (VALUES 1, 2) t(x)
SELECT min_by(y, x), max_by(y, x) FROM (VALUES (1, 'a'), (2, 'b'), (NULL, 'c')) t(x, y)
SELECT arbitrary(x), any_value(x) FROM (VALUES 7) t(x)
SELECT approx_distinct(x) FROM (VALUES 1, 1, 2) t(x)
SELECT approx_percentile(x, DECIMAL '0.5') FROM (VALUES 1, 2, 3) t(x)
SELECT approx_percentile(x, ARRAY[DECIMAL '0.25', DECIMAL '0.75']) FROM (VALUES 1, 2, 3, 4, 5) t(x)
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
SELECT x, v FROM (VALUES (1, ARRAY[1]), (2, ARRAY[])) t(x, y) LEFT JOIN UNNEST(y) AS u(v) ON true ORDER BY x
SELECT x FROM (VALUES 1, 2) t(x) UNION SELECT 2 ORDER BY 1
SELECT 1 UNION ALL SELECT 1
SELECT 1 UNION SELECT 'a'
SELECT 1 UNION SELECT DECIMAL '2.5' ORDER BY 1
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
SELECT cast(x AS varchar) FROM (VALUES DECIMAL '1.10', DECIMAL '2.20') t(x)
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
SELECT DECIMAL '.5', DECIMAL '5.', 1E5
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
SELECT avg(x) FROM (VALUES DECIMAL '1.1', DECIMAL '1.2', DECIMAL '1.2') t(x)
SELECT avg(x) FROM (VALUES -DECIMAL '1.5', DECIMAL '0.0') t(x)
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
SELECT approx_percentile(x, DECIMAL '0.5') FROM (VALUES 1e0, 2e0, 3e0, 4e0) t(x)
SELECT approx_percentile(x, 0e0), approx_percentile(x, 1e0) FROM (VALUES 1, 2, 3) t(x)
SELECT approx_percentile(x, 2e0) FROM (VALUES 1, 2, 3) t(x)
SELECT min_by(x, y) FROM (VALUES (NULL, 1), (5, 2)) t(x, y)
SELECT max_by(x, y) FROM (VALUES (1, NULL), (2, NULL)) t(x, y)
SELECT variance(x), stddev_pop(x) FROM (VALUES 5) t(x)
SELECT stddev(x) FROM (VALUES DECIMAL '1.5', DECIMAL '2.5') t(x)
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
array_join(ARRAY[DECIMAL '1.50'], ',')
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
from_unixtime(DECIMAL '1.0005')
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
interval '1' day * DECIMAL '1.5'
- interval '1' day
DECIMAL '1.10' + 1
DECIMAL '1.1' * DECIMAL '1.10'
DECIMAL '0.1' + DECIMAL '0.2'
0.1e0 + 0.2e0
1e0 / 3
2 / 3 * 3
10 / DECIMAL '4.0'
CAST(10 AS double) / 4
DECIMAL '1.0' / DECIMAL '3.0'
DECIMAL '100.00' / 7
-DECIMAL '7.5' % 2
DECIMAL '0.5' * DECIMAL '0.5'
round(DECIMAL '9.99', 1)
round(DECIMAL '9.5')
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
CAST(DECIMAL '1.5' AS bigint) + 1
CAST(-DECIMAL '0.5' AS integer)
CAST(DECIMAL '0.5' AS integer)
CAST(DECIMAL '2.5' AS real)
CAST(true AS double)
CAST(2 AS boolean)
CAST(0e0 AS boolean)
CAST('a' AS varbinary)
to_utf8('é')
X'00ff'
CAST(ARRAY[DECIMAL '1.5', DECIMAL '2.5'] AS array(integer))
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
typeof(DECIMAL '1.5' + 1)
typeof(DECIMAL '1.5' * DECIMAL '1.25')
typeof(DECIMAL '1.5' / DECIMAL '1.25')
typeof(10 / DECIMAL '2.5')
typeof(CAST(1 AS bigint) / 2)
typeof(REAL '1' + 1)
typeof(REAL '1' + DECIMAL '1.5')
typeof(1e0 + DECIMAL '1.5')
typeof(CASE WHEN true THEN 1 ELSE CAST(2 AS bigint) END)
typeof(ARRAY[1, DECIMAL '2.5'])
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
typeof(greatest(1, DECIMAL '2.5'))
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
typeof(sum(DECIMAL '1.5'))
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
SELECT approx_percentile(x, DECIMAL '0.9') FROM UNNEST(sequence(1, 100)) t(x)
SELECT approx_percentile(x, DECIMAL '0.9') FROM UNNEST(sequence(1, 100)) t(x)
SELECT approx_percentile(x, DECIMAL '0.9') FROM UNNEST(sequence(1, 100)) t(x)
SELECT sum(x) FILTER (WHERE x > 100) FROM (VALUES 1) t(x)
NULL % 0e0
ARRAY[1] || ARRAY[ARRAY[1, 2]]
ARRAY[ARRAY[1]] || ARRAY[2]
-NULL
SELECT greatest(x) OVER (ORDER BY x) FROM (VALUES 1) t(x)
SELECT least(x) FILTER (WHERE x > 1) FROM (VALUES 1, 3) t(x)
SELECT approx_percentile(x, ARRAY[2, DECIMAL '0.75']) FROM (VALUES 1, 2) t(x)
-- Casts that fail, and what is malformed.
try_cast(CAST(1/0 AS varchar) AS double)
try_cast(1/0 AS varchar)
try_cast(ARRAY['1','a'] AS array(integer))
try_cast(1e300 AS integer)
try_cast(nan() AS bigint)
try_cast('abc' AS date)
try_cast('2024-13-01' AS timestamp)
try_cast('x' AS boolean)
try_cast('1.5' AS decimal(2,1))
try_cast('15.55' AS decimal(2,1))
try_cast(DECIMAL '15.5' AS decimal(2,1))
try_cast(123456 AS decimal(3,1))
try_cast(1e10 AS decimal(3,1))
try_cast('1' AS real)
try_cast(' 1 ' AS bigint)
try_cast(JSON '"a"' AS integer)
try_cast(12345 AS varchar(2))
try_cast('2024-01-01 00:00:00 Europe/Berlin' AS timestamp)
TRY(json_extract('{}', '$x'))
TRY(ARRAY[1][2])
TRY(CAST('x' AS integer))
TRY(9223372036854775807 + 1)
TRY(1/0)
coalesce(TRY(1/0), 5)
try_cast(DOUBLE '1.5' AS boolean)
try_cast(9223372036854775807 AS integer)
try_cast(DECIMAL '1.5' AS bigint)
try_cast(DECIMAL '12345678901.5' AS integer)
sum(x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '1') t(x)
DECIMAL '99999999999999999999999999999999999999' + DECIMAL '12.25'
DECIMAL '99999999999999999999999999999999999999' - DECIMAL '0.1'
DECIMAL '99999999999999999999999999999999999999' * DECIMAL '1.1'
CAST(DECIMAL '17000000001231.5' AS integer)
CAST(DECIMAL '300.5' AS tinyint)
CAST(DECIMAL '99999999999999999999999999999999999999' AS bigint)
CAST(12345 AS decimal(3,1))
CAST(DECIMAL '99.95' AS decimal(3,1))
coalesce(DECIMAL '99999999999999999999999999999999999999', DECIMAL '1.1')
format('%.2f', '2024')
format('%d', 'x')
format('%d', DECIMAL '1.5')
format('%s %s', 'x')
format('%.3e', DECIMAL '12345.678')
format('%b', true)
format('%c', 'x')
max(x, 1234567) FROM (VALUES 1, 2, 3) t(x)
max(x, 10001) FROM (VALUES 1, 2, 3) t(x)
max(x, 0) FROM (VALUES 1, 2, 3) t(x)
max(x, -1) FROM (VALUES 1, 2, 3) t(x)
max(x, 10000) FROM (VALUES 1, 2, 3) t(x)
CAST('2020-01-31 10:00:00.1235' AS varchar(x))
TIMESTAMP '2020-01-01 00:00:00 Mars/Base'
CAST('2020-01-01 00:00:00 Europe/Berlin' AS timestamp with time zone)
CAST('2020-01-01 00:00:00 +05:30' AS timestamp)
CAST('2020-01-01 00:00:00 foo bar' AS timestamp)
CAST('2020-01-01T00:00:00' AS timestamp)
array_agg(DISTINCT 'a' ORDER BY x) FROM (VALUES 2, 1, 2) t(x)
array_agg(DISTINCT x ORDER BY x DESC) FROM (VALUES 2, 1, 2) t(x)
array_agg(DISTINCT x ORDER BY -x) FROM (VALUES 2, 1, 2) t(x)
CAST(json_parse('{"x":1,"y":"b"}') AS ROW(x ROW, y varchar))
CAST(ROW(1) AS ROW())
TIMESTAMP '2020-07-01 00:00:00 Europe/Berlin' AT TIME ZONE '+05:30'
at_timezone(TIMESTAMP '2020-07-01 00:00:00 Europe/Berlin', 'Mars')
TIMESTAMP '2020-07-01 00:00:00 Europe/Berlin' AT TIME ZONE 'europe/berlin'
TIMESTAMP '2020-07-01 00:00:00 america/New_york'
TIMESTAMP '2020-07-01 00:00:00' AT TIME ZONE z FROM (VALUES 'Europe/Berlin', 'Asia/Tokyo') t(z)
CAST('2020-01-01 00:00:00 Mars' AS timestamp)
map_concat(MAP(ARRAY[1],ARRAY[2]))
ARRAY[1, NULL] = ARRAY[1,1]
ARRAY[2, NULL] = ARRAY[1,1]
x, sum(x) OVER (ORDER BY y RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES (1,'a')) t(x,y)
from_base64('=')
listagg(x, x) WITHIN GROUP (ORDER BY x) FROM (VALUES 'b') t(x)
max_by(x, y, 2), min_by(x, y, 2) FROM (VALUES (1,10),(2,20),(3,30)) t(x,y)
-- Lambdas, maps, orders of lists.
array_sort(ARRAY[3, 2, 5, 1, 2], (x, y) -> IF(x < y, 1, IF(x = y, 0, -1)))
array_sort(ARRAY['bc', 'ab', 'dc'], (x, y) -> IF(x < y, 1, IF(x = y, 0, -1)))
array_sort(ARRAY[3, 2, null, 5, null, 1, 2], (x, y) -> CASE WHEN x IS NULL THEN -1 WHEN y IS NULL THEN 1 WHEN x < y THEN 1 WHEN x = y THEN 0 ELSE -1 END)
array_sort(ARRAY['a', 'abcd', 'abc'], (x, y) -> IF(cardinality(split(x, '')) < cardinality(split(y, '')), -1, 1))
array_sort(ARRAY[ARRAY[2, 3, 1], ARRAY[4, 2, 1, 4], ARRAY[1, 2]], (x, y) -> IF(cardinality(x) < cardinality(y), -1, IF(cardinality(x) = cardinality(y), 0, 1)))
array_sort(ARRAY[1, 2], (x, y) -> 2)
array_sort(CAST(NULL AS array(integer)), (x, y) -> 1)
array_sort(ARRAY[], (x, y) -> 1)
array_sort(ARRAY[1], (x, y) -> 7)
array_sort(ARRAY[DOUBLE '1.5', DECIMAL '0.5'], (x, y) -> IF(x < y, -1, 1))
regexp_replace('abc', '', x -> 'X')
regexp_replace('aXbX', 'X(y)?', x -> coalesce(x[1], '-'))
regexp_replace('abc', 'b', x -> x[1])
regexp_replace(CAST(NULL AS varchar), 'b', x -> 'y')
skewness(x), kurtosis(x) FROM (VALUES DOUBLE '1', 2) t(x)
skewness(x), kurtosis(x) FROM (VALUES DOUBLE '1', 1, 1, 1) t(x)
skewness(x), kurtosis(x) FROM (VALUES CAST(NULL AS double)) t(x)
skewness(x) FROM (VALUES 1, 2, 9) t(x)
kurtosis(x) FROM (VALUES 1, 2, 9, 4) t(x)
multimap_agg(k, v) FROM (VALUES ('a', 1), ('b', 2), ('a', 3), (NULL, 4), ('b', NULL)) t(k, v)
multimap_agg(k, v) FROM (VALUES (1, 1)) t(k, v) WHERE k > 1
MAP(ARRAY['a','b'], ARRAY[1,2]) = MAP(ARRAY['b','a'], ARRAY[2,1])
MAP(ARRAY['a','b'], ARRAY[1,2]) = MAP(ARRAY['b','a'], ARRAY[2,NULL])
MAP(ARRAY['a','b'], ARRAY[1,3]) = MAP(ARRAY['a','b'], ARRAY[2,NULL])
MAP(ARRAY['a'], ARRAY[1]) <> MAP(ARRAY['b'], ARRAY[1])
MAP(ARRAY['a'], ARRAY[MAP(ARRAY[1],ARRAY[2])]) = MAP(ARRAY['a'], ARRAY[MAP(ARRAY[1],ARRAY[2])])
ARRAY[1, 2] < ARRAY[1, 3]
ARRAY[1, 2] < ARRAY[1]
ARRAY[1] < ARRAY[1, 2]
ARRAY['b'] >= ARRAY['a', 'z']
ARRAY[1, NULL] < ARRAY[1, 3]
ROW(1, 'a') < ROW(1, 'b')
ROW(2, 'a') <= ROW(1, 'b')
x FROM (VALUES ARRAY[2], ARRAY[1, 5], ARRAY[1], NULL, ARRAY[]) t(x) ORDER BY x
x FROM (VALUES ARRAY[2], ARRAY[1, 5], ARRAY[1], NULL) t(x) ORDER BY x DESC
x FROM (VALUES ARRAY[2], ARRAY[1, 5], ARRAY[1]) t(x) ORDER BY 1
x, y FROM (VALUES (1, 'b'), (1, 'a'), (0, 'z')) t(x, y) ORDER BY ROW(x, y)
x FROM (VALUES 1, 2, 3) t(x) ORDER BY x FETCH FIRST 2 ROWS ONLY
x FROM (VALUES 1, 2, 3) t(x) ORDER BY x OFFSET 1 ROW FETCH NEXT ROW ONLY
listagg(x, ', ') WITHIN GROUP (ORDER BY x DESC) FROM (VALUES 'a', 'c', NULL, 'b') t(x)
listagg(DISTINCT x, '|') WITHIN GROUP (ORDER BY x) FROM (VALUES 'a', 'c', 'a', 'b') t(x)
array_agg(x ORDER BY y DESC, x) FROM (VALUES (1, 2), (2, 2), (3, 9), (NULL, 0)) t(x, y)
* FROM (VALUES 1) a(x) NATURAL JOIN (VALUES 1) b(x)
-- Windows with frames.
x, sum(x) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES 1, 2, 4, 5, 9) t(x) ORDER BY x
x, sum(x) OVER (ORDER BY x DESC RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 4, 5, 9) t(x) ORDER BY x
x, count(*) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, NULL, NULL) t(x) ORDER BY x
x, count(*) OVER (ORDER BY x NULLS FIRST RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, NULL, NULL) t(x) ORDER BY x
x, count(*) OVER (ORDER BY x) FROM (VALUES 1, 2, 2, NULL, NULL) t(x) ORDER BY x
x, sum(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 1, 2, 4, 4) t(x) ORDER BY x
x, sum(x) OVER (ORDER BY x GROUPS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM (VALUES 1, 1, 2, 4, 4) t(x) ORDER BY x
x, sum(x) OVER (ORDER BY x ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING) FROM (VALUES 1, 2, 3, 4) t(x) ORDER BY x
x, sum(x) OVER (ORDER BY x ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM (VALUES 1, 2, 3, 4) t(x) ORDER BY x
x, sum(x) OVER (ORDER BY x ROWS BETWEEN 1 FOLLOWING AND 1 PRECEDING) FROM (VALUES 1, 2) t(x) ORDER BY x
x, sum(x) OVER (ORDER BY x ROWS -1 PRECEDING) FROM (VALUES 1, 2) t(x) ORDER BY x
x, count(*) OVER (ORDER BY x ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, sum(x) OVER (ORDER BY d RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW) FROM (VALUES (1, DATE '2024-01-01'), (2, DATE '2024-01-02'), (4, DATE '2024-01-04')) t(x, d) ORDER BY x
x, sum(x) OVER (ORDER BY d RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND CURRENT ROW) FROM (VALUES (1, DATE '2024-01-31'), (2, DATE '2024-02-29'), (4, DATE '2024-03-31')) t(x, d) ORDER BY x
x, last_value(x) OVER (ORDER BY x), first_value(x) OVER (ORDER BY x DESC) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, lag(y) IGNORE NULLS OVER (ORDER BY x), lead(y) IGNORE NULLS OVER (ORDER BY x) FROM (VALUES (1, 'a'), (2, NULL), (3, 'c'), (4, NULL)) t(x, y) ORDER BY x
x, lag(y, 2) IGNORE NULLS OVER (ORDER BY x) FROM (VALUES (1, 'a'), (2, NULL), (3, 'c'), (4, NULL)) t(x, y) ORDER BY x
x, first_value(y) IGNORE NULLS OVER (ORDER BY x), last_value(y) IGNORE NULLS OVER (ORDER BY x) FROM (VALUES (1, NULL), (2, 'b'), (3, NULL)) t(x, y) ORDER BY x
x, nth_value(y, 2) IGNORE NULLS OVER (ORDER BY x ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES (1, NULL), (2, 'b'), (3, NULL), (4, 'd')) t(x, y) ORDER BY x
x, nth_value(y, 0) OVER (ORDER BY x) FROM (VALUES (1, 'b')) t(x, y)
x, nth_value(y, NULL) OVER (ORDER BY x) FROM (VALUES (1, 'b')) t(x, y)
x, lag(x, 0) OVER (ORDER BY x), lag(x, 1, -1) OVER (ORDER BY x), lead(x, 2, 0) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, lag(x, -1) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, lag(x, NULL) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, ntile(2) OVER (ORDER BY x), ntile(5) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, ntile(0) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, ntile(NULL) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, rank() OVER (ORDER BY x), dense_rank() OVER (ORDER BY x), percent_rank() OVER (ORDER BY x), cume_dist() OVER (ORDER BY x) FROM (VALUES 1, 1, 2, NULL) t(x) ORDER BY x
x, rank() OVER () FROM (VALUES 1, 2) t(x) ORDER BY x
x, sum(x) OVER (PARTITION BY y ORDER BY x) FROM (VALUES (1, NULL), (2, NULL), (3, 'a')) t(x, y) ORDER BY x
x, avg(x) OVER w, max(x) OVER w FROM (VALUES 1, 2, 3) t(x) WINDOW w AS (ORDER BY x ROWS 1 PRECEDING) ORDER BY x
x, sum(sum(x)) OVER (ORDER BY x) FROM (VALUES 1, 1, 2) t(x) GROUP BY x ORDER BY x
x, count(*) FILTER (WHERE x > 1) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, array_agg(x) OVER (ORDER BY x ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, count(DISTINCT x) OVER () FROM (VALUES 1, 1, 2) t(x) ORDER BY x
x, row_number() OVER (ORDER BY x NULLS FIRST), row_number() OVER (ORDER BY x DESC) FROM (VALUES 1, NULL, 2) t(x) ORDER BY x
x, max_by(y, x) OVER (ORDER BY x) FROM (VALUES (1, 'a'), (2, 'b')) t(x, y) ORDER BY x
x, stddev(x) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, sum(x) OVER (ORDER BY x RANGE BETWEEN DECIMAL '1.5' PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
-- Grouping sets.
x, y, sum(z), grouping(x, y) FROM (VALUES ('a', 1, 10), ('a', 2, 20), ('b', 1, 30)) t(x, y, z) GROUP BY GROUPING SETS ((x, y), (x), ()) ORDER BY 4, 1, 2
x, y, sum(z), grouping(y), grouping(x), grouping(y, x) FROM (VALUES ('a', 1, 10), ('a', 2, 20), ('b', 1, 30)) t(x, y, z) GROUP BY CUBE (x, y) ORDER BY 6, 1, 2
x, y, count(*) FROM (VALUES ('a', 1), ('a', NULL), (NULL, 1)) t(x, y) GROUP BY ROLLUP (x, y) ORDER BY 1, 2, 3
x, y, count(*) FROM (VALUES ('a', 1), ('a', 2)) t(x, y) GROUP BY x, ROLLUP (y) ORDER BY 1, 2
x, y, count(*) FROM (VALUES ('a', 1), ('a', 2)) t(x, y) GROUP BY GROUPING SETS ((x), (x)), GROUPING SETS ((y), ()) ORDER BY 1, 2, 3
count(*) FROM (VALUES 1) t(x) WHERE x > 5 GROUP BY GROUPING SETS ((x), ())
sum(x) FROM (VALUES 1) t(x) WHERE x > 5 GROUP BY ()
x, grouping(x) FROM (VALUES 1, 2) t(x) GROUP BY x ORDER BY 1
x + 1, count(*) FROM (VALUES 1, 2, 2) t(x) GROUP BY x + 1 HAVING count(*) > 1
CASE WHEN grouping(x) = 1 THEN 'all' ELSE x END, count(*) FROM (VALUES 'a', 'b') t(x) GROUP BY ROLLUP (x) ORDER BY 1
-- Correlated subqueries, laterals and UNNEST.
x, (SELECT max(y) FROM (VALUES (1, 10), (1, 20), (2, 5)) u(k, y) WHERE k = x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x, (SELECT count(*) FROM (VALUES 1, 1, 2) u(y) WHERE y = x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
x FROM (VALUES 1, 2, 3) t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 1, 3) u(y) WHERE y = x) ORDER BY x
x FROM (VALUES 1, 2, NULL) t(x) WHERE x NOT IN (SELECT y FROM (VALUES 1, NULL) u(y)) ORDER BY x
x FROM (VALUES 1, 2, NULL) t(x) WHERE x NOT IN (SELECT y FROM (VALUES 1) u(y) WHERE y > 5) ORDER BY x
x, x IN (SELECT y FROM (VALUES 1, NULL) u(y)) FROM (VALUES 1, 2, NULL) t(x) ORDER BY x
x > ALL (SELECT y FROM (VALUES 1, 2) u(y)), x = ANY (SELECT y FROM (VALUES 1, NULL) u(y)) FROM (VALUES 2, 3) t(x) ORDER BY x
x, y FROM (VALUES 1, 2) t(x) CROSS JOIN LATERAL (SELECT x * 10 AS y) ORDER BY x
x, y FROM (VALUES (1, ARRAY[1, 2]), (2, ARRAY[]), (3, NULL)) t(x, a) LEFT JOIN UNNEST(a) u(y) ON true ORDER BY x, y
x, y FROM (VALUES (1, ARRAY[1, 2]), (2, ARRAY[]), (3, NULL)) t(x, a) CROSS JOIN UNNEST(a) u(y) ORDER BY x, y
x, y, n FROM (VALUES (1, ARRAY['b', 'a'])) t(x, a) CROSS JOIN UNNEST(a) WITH ORDINALITY u(y, n) ORDER BY n
* FROM UNNEST(ARRAY[1, 2, 3], ARRAY['a']) t(x, y) ORDER BY x
* FROM UNNEST(MAP(ARRAY['a', 'b'], ARRAY[1, NULL])) t(k, v) ORDER BY k
* FROM UNNEST(MAP(ARRAY['a', 'b'], ARRAY[1, 2]), ARRAY[9]) WITH ORDINALITY t(k, v, z, n) ORDER BY n
sum(x) FROM UNNEST(sequence(1, 100)) t(x)
x, (SELECT sum(y) FROM UNNEST(ARRAY[x, x + 1]) u(y)) FROM (VALUES 1, 2) t(x) ORDER BY x
-- Aggregates.
count(DISTINCT x) FILTER (WHERE x > 1), sum(DISTINCT x), avg(DISTINCT x) FROM (VALUES 1, 2, 2, 3, NULL) t(x)
count(DISTINCT x), count(DISTINCT y) FROM (VALUES (1, 'a'), (1, 'b'), (NULL, 'b')) t(x, y)
count(DISTINCT (x, y)) FROM (VALUES (1, 'a'), (1, 'a'), (NULL, 'b')) t(x, y)
array_agg(x ORDER BY x) FILTER (WHERE x > 1) FROM (VALUES 1, 2, NULL, 3) t(x)
array_agg(x) FILTER (WHERE x > 9) FROM (VALUES 1, 2) t(x)
sum(x), avg(x), min(x), max(x), count(x) FROM (VALUES CAST(NULL AS integer)) t(x)
approx_percentile(x, DECIMAL '0.5'), approx_percentile(x, ARRAY[DECIMAL '0.0', DECIMAL '0.25', DECIMAL '1.0']) FROM (VALUES 1, 2, 3, 4, 5) t(x)
approx_percentile(x, DECIMAL '0.5') FROM (VALUES DOUBLE '1.5', DECIMAL '2.5') t(x)
approx_percentile(x, DECIMAL '1.5') FROM (VALUES 1, 2) t(x)
approx_percentile(x, DECIMAL '0.5') FROM (VALUES CAST(NULL AS bigint)) t(x)
sum(x) FROM (VALUES 9223372036854775807, 1) t(x)
sum(x) FROM (VALUES CAST(2147483647 AS integer), 1) t(x)
avg(x) FROM (VALUES DECIMAL '1.00', DECIMAL '2.01') t(x)
sum(x), avg(x) FROM (VALUES REAL '1.1', REAL '2.2') t(x)
min_by(x, y), max_by(x, y) FROM (VALUES ('a', NULL), ('b', 2), (NULL, 3)) t(x, y)
bool_and(x), bool_or(x), every(x) FROM (VALUES true, NULL, false) t(x)
count_if(x > 1), arbitrary(x) FROM (VALUES 2, NULL, 2) t(x)
map_agg(x, y) FROM (VALUES ('a', 1), (NULL, 2), ('b', NULL)) t(x, y)
histogram(x) FROM (VALUES 1, 1, NULL, 2) t(x)
max(x), min(x) FROM (VALUES 'b', 'a', 'é', 'Z', '😀') t(x)
x FROM (VALUES 'b', 'a', 'é', 'Z', '😀', 'ﬀ') t(x) ORDER BY x
-- Set operations with coercion.
1 UNION SELECT DECIMAL '2.5' ORDER BY 1
1 UNION ALL SELECT DOUBLE '1.5' ORDER BY 1
'a' UNION SELECT 'bcd' ORDER BY 1
DATE '2024-01-01' UNION ALL SELECT TIMESTAMP '2024-01-01 10:00:00' ORDER BY 1
NULL UNION SELECT 1 ORDER BY 1
1 UNION SELECT 'a'
x FROM (VALUES 1, 1, 2, NULL, NULL) t(x) INTERSECT ALL SELECT x FROM (VALUES 1, 1, NULL) t(x) ORDER BY 1
x FROM (VALUES 1, 1, 2, NULL, NULL) t(x) EXCEPT ALL SELECT x FROM (VALUES 1, NULL) t(x) ORDER BY 1
x FROM (VALUES 1, 1, 2, NULL) t(x) EXCEPT SELECT 1 ORDER BY 1
1 UNION SELECT 2 INTERSECT SELECT 2 ORDER BY 1
1 WHERE false
DISTINCT x FROM (VALUES nan(), nan(), 1e0) t(x) ORDER BY 1
x, count(*) FROM (VALUES nan(), nan(), 0e0, -0e0) t(x) GROUP BY x ORDER BY x
-- Decimals.
DECIMAL '1.10' + DECIMAL '2.2', DECIMAL '1.10' * DECIMAL '2.20', DECIMAL '1.10' / 3, DECIMAL '1.10' % DECIMAL '0.3', -DECIMAL '1.5' % 1
typeof(DECIMAL '1.10' + DECIMAL '2.2'), typeof(DECIMAL '1.1' * DECIMAL '2.22'), typeof(DECIMAL '1.1' / DECIMAL '2.22'), typeof(DECIMAL '1.1' % DECIMAL '2.22'), typeof(1 + DECIMAL '1.1')
CAST(1 AS decimal(38, 0)) / 3
DECIMAL '1' / 3, DECIMAL '1.000' / 3, 2 / DECIMAL '3.0'
typeof(DECIMAL '12345678901234567890.12345' * DECIMAL '1.123456789')
DECIMAL '0.1' + 1e0, DECIMAL '0.1' = 1e-1, typeof(DECIMAL '0.1' + REAL '1')
round(DECIMAL '2.5'), round(DECIMAL '-2.5'), round(DECIMAL '2.345', 2), typeof(round(DECIMAL '2.345', 2)), truncate(DECIMAL '2.99')
floor(DECIMAL '-1.5'), ceil(DECIMAL '-1.5'), typeof(floor(DECIMAL '-1.5')), abs(DECIMAL '-1.5'), sign(DECIMAL '-1.5')
CAST(DECIMAL '1.50' AS varchar), CAST(1.5e0 AS varchar), CAST(REAL '1.1' AS double), CAST(DECIMAL '1.5' AS integer), CAST(DECIMAL '2.5' AS integer)
sum(x), typeof(sum(x)), typeof(avg(x)) FROM (VALUES DECIMAL '1.10', DECIMAL '2.25') t(x)
mod(DECIMAL '5.5', 2), mod(-5, 3), mod(5, -3), -5 % 3, 5.5e0 % -2
1e0 / 0, -1e0 / 0, 0e0 / 0, DECIMAL '1.0' / 3, 7 / 2, -7 / 2
DECIMAL '1.0' / 0
1e0 % 0
-- Dates and times over the changes of the clocks.
TIMESTAMP '2024-03-31 01:30:00 Europe/Berlin' + INTERVAL '1' HOUR
TIMESTAMP '2024-03-30 02:30:00 Europe/Berlin' + INTERVAL '1' DAY
TIMESTAMP '2024-10-26 02:30:00 Europe/Berlin' + INTERVAL '1' DAY
TIMESTAMP '2024-02-29 02:30:00 Europe/Berlin' + INTERVAL '1' MONTH
date_add('day', 1, TIMESTAMP '2024-03-30 02:30:00 Europe/Berlin')
date_add('hour', 24, TIMESTAMP '2024-03-30 12:00:00 Europe/Berlin')
date_add('day', 1, TIMESTAMP '2024-10-26 12:00:00 Europe/Berlin')
date_add('month', 1, TIMESTAMP '2024-02-29 12:00:00 Europe/Berlin')
date_diff('hour', TIMESTAMP '2024-03-30 12:00:00 Europe/Berlin', TIMESTAMP '2024-03-31 12:00:00 Europe/Berlin')
date_diff('day', TIMESTAMP '2024-03-30 12:00:00 Europe/Berlin', TIMESTAMP '2024-03-31 12:00:00 Europe/Berlin')
date_diff('day', TIMESTAMP '2024-03-30 12:00:00 Europe/Berlin', TIMESTAMP '2024-03-31 11:59:00 Europe/Berlin')
date_diff('minute', TIMESTAMP '2024-10-27 00:00:00 Europe/Berlin', TIMESTAMP '2024-10-28 00:00:00 Europe/Berlin')
date_diff('week', TIMESTAMP '2024-10-20 00:00:00 Europe/Berlin', TIMESTAMP '2024-10-27 23:00:00 Europe/Berlin')
date_diff('day', TIMESTAMP '2024-01-02 00:00:00', TIMESTAMP '2024-01-01 12:00:00')
date_diff('hour', TIMESTAMP '2024-01-01 01:30:00', TIMESTAMP '2024-01-01 00:00:00')
date_diff('month', DATE '2024-01-31', DATE '2024-02-29'), date_diff('month', DATE '2024-03-31', DATE '2024-02-29'), date_diff('year', DATE '2020-02-29', DATE '2021-02-28')
date_diff('day', TIMESTAMP '2024-01-01 23:00:00 UTC', TIMESTAMP '2024-01-02 01:00:00 Europe/Berlin')
date_trunc('day', TIMESTAMP '2024-03-31 12:00:00 Europe/Berlin'), date_trunc('hour', TIMESTAMP '2024-10-27 02:30:00 Europe/Berlin')
date_trunc('week', DATE '2024-02-29'), date_trunc('quarter', DATE '2024-02-29'), date_trunc('year', TIMESTAMP '2024-02-29 10:00:00')
date_trunc('hour', TIMESTAMP '2024-11-03 05:30:00 UTC' AT TIME ZONE 'America/New_York'), date_trunc('hour', TIMESTAMP '2024-11-03 06:30:00 UTC' AT TIME ZONE 'America/New_York')
TIMESTAMP '2024-07-01 12:00:00' AT TIME ZONE 'America/New_York', TIMESTAMP '2024-01-01 12:00:00 UTC' AT TIME ZONE 'Asia/Tokyo'
CAST(TIMESTAMP '2024-07-01 23:30:00 UTC' AT TIME ZONE 'Europe/Berlin' AS date), CAST(TIMESTAMP '2024-07-01 23:30:00 UTC' AT TIME ZONE 'Europe/Berlin' AS timestamp)
with_timezone(TIMESTAMP '2024-03-31 02:30:00', 'Europe/Berlin'), with_timezone(TIMESTAMP '2024-10-27 02:30:00', 'Europe/Berlin')
to_unixtime(TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin'), from_unixtime(1719784800, 'Europe/Berlin'), from_unixtime(DECIMAL '0.0015')
TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin' = TIMESTAMP '2024-06-30 22:00:00 UTC', TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin' > TIMESTAMP '2024-06-30 23:00:00'
hour(TIMESTAMP '2024-07-01 00:00:00 UTC' AT TIME ZONE 'Asia/Tokyo'), day_of_week(TIMESTAMP '2024-06-30 23:00:00 UTC' AT TIME ZONE 'Europe/Berlin')
date_format(TIMESTAMP '2024-07-01 00:00:00 UTC' AT TIME ZONE 'Europe/Berlin', '%Y-%m-%d %H:%i')
DATE '2024-01-31' + INTERVAL '1' MONTH, DATE '2024-03-31' - INTERVAL '1' MONTH, TIMESTAMP '2024-01-31 10:00:00' + INTERVAL '1-1' YEAR TO MONTH
DATE '2024-01-01' + INTERVAL '1' HOUR
DATE '2024-03-01' - DATE '2024-02-01', TIMESTAMP '2024-03-01 00:00:00' - TIMESTAMP '2024-02-28 12:00:00'
TIMESTAMP '2024-04-01 00:00:00 Europe/Berlin' - TIMESTAMP '2024-03-31 00:00:00 Europe/Berlin'
INTERVAL '1' DAY + INTERVAL '2' HOUR, INTERVAL '3' MONTH - INTERVAL '1' YEAR, INTERVAL '2' DAY * 3, - INTERVAL '2' SECOND
INTERVAL '1' DAY > INTERVAL '23' HOUR, INTERVAL '12' MONTH = INTERVAL '1' YEAR
INTERVAL '30' DAY = INTERVAL '1' MONTH
INTERVAL '25' HOUR, INTERVAL '1.5' SECOND, INTERVAL '90' MINUTE, INTERVAL -'1' DAY
to_milliseconds(INTERVAL '1' DAY), to_milliseconds(TIMESTAMP '2024-01-02 00:00:00' - TIMESTAMP '2024-01-01 00:00:00')
CAST('2024-01-31' AS date) BETWEEN DATE '2024-01-01' AND TIMESTAMP '2024-01-31 00:00:00'
date '2024-02-30'
last_day_of_month(DATE '2024-02-01'), day_of_year(DATE '2024-12-31'), week(DATE '2021-01-03'), year_of_week(DATE '2021-01-03'), quarter(DATE '2024-12-31')
extract(dow FROM DATE '2024-06-30'), extract(week FROM TIMESTAMP '2024-12-30 00:00:00'), extract(second FROM TIMESTAMP '2024-12-30 00:00:59.999')
millisecond(TIMESTAMP '1969-12-31 23:59:59.999'), second(TIMESTAMP '1969-12-31 23:59:59.999')
CAST(TIMESTAMP '2024-01-01 00:00:00.9996' AS timestamp(3)), CAST(TIMESTAMP '1969-12-31 23:59:59.9996' AS timestamp(3))
date_parse('31/12/2024 23:59', '%d/%m/%Y %H:%i'), date_parse('Jan 5 24', '%b %e %y')
to_iso8601(TIMESTAMP '2024-07-01 10:00:00.123'), to_iso8601(DATE '2024-07-01'), to_iso8601(TIMESTAMP '2024-07-01 10:00:00 Europe/Berlin')
-- Strings with characters beyond the first plane.
length('a😀b'), reverse('a😀b'), substr('a😀b', 2, 1), strpos('a😀b', 'b'), upper('ß😀'), lower('İ')
split('a😀b', ''), lpad('😀', 3, 'xy'), rpad('a', 3, '😀'), codepoint('😀'), chr(128512)
split('a,b,,c', ','), split('a,b,c', ',', 2), split_part('a,b,c', ',', 5), split_part('a,b,c', ',', 2)
'a😀b' LIKE 'a_b', 'a%b' LIKE 'a\%b' ESCAPE '\', 'a_b' LIKE 'a#_b' ESCAPE '#', 'ab' LIKE 'A%', 'a' || chr(10) || 'b' LIKE 'a%b'
'a' LIKE 'a' ESCAPE 'ab'
'abc' LIKE NULL, NULL LIKE 'a', 'a' LIKE 'a' ESCAPE NULL
'a%' LIKE 'a%%' ESCAPE '%'
translate('a😀b', '😀', 'x'), replace('a😀b', '😀', ''), replace('abc', '', 'x'), trim('  a '), trim(BOTH 'x' FROM 'xxaxx')
concat('a', 'b', 'c'), 'a' || 'b', concat_ws(',', 'a', NULL, 'b'), concat('a', CAST(NULL AS varchar))
substr('abc', 0), substr('abc', -2), substr('abc', -5), substr('abc', 2, 100), substr('abc', 4), substr('abc', 2, 0), substr('abc', 2, -1)
strpos('abcabc', 'c', 2), strpos('abcabc', 'c', -1), strpos('abc', ''), strpos('abc', 'z'), position('b' IN 'abc')
regexp_extract('a😀b', '.(.)b', 1), regexp_replace('a.b.c', '\.', '-'), regexp_like('ABC', '(?i)abc'), regexp_split('a1b22c', '\d+')
regexp_extract_all('1a 2b 14m', '(\d+)([a-z]+)', 2), regexp_replace('abc', '(b)', '[$1]'), regexp_replace('abc', '(?<x>b)', '<${x}>'), regexp_count('1a 2b', '[a-z]'), regexp_position('abc', 'c')
-- JSON.
json_extract_scalar('{"a": {"b": [1, 2.50, "x", null, true]}}', '$.a.b[1]'), json_extract_scalar('{"a": 1e3}', '$.a'), json_extract('{"a": 1e3}', '$.a')
json_extract('{"a b": 1}', '$["a b"]'), json_extract('{"a b": 1}', '$.a b'), json_extract('{"a": null}', '$.a'), json_extract_scalar('{"a": null}', '$.a')
json_extract('{"a":[1,2,3]}', '$.a[-1]'), json_extract('[1]', '$[5]')
json_extract('{"a":[{"b":1},{"b":2}]}', '$.a[*].b')
json_extract('{"a":[{"b":1},{"b":2}]}', '$..b')
json_extract('not json', '$.a'), json_extract_scalar('not json', '$.a')
json_parse('not json')
json_array_length('[1,[2,3]]'), json_array_contains('[1, 2.0, "a"]', 2), json_array_contains('["a"]', 'a'), json_array_length('{}'), json_size('{"x": {"a": 1}}', '$.x'), json_size('1', '$')
json_format(JSON '{"b": 1, "a": [1.0, 1e2]}'), json_format(CAST(1.5e0 AS json)), json_format(CAST(MAP(ARRAY['b', 'a'], ARRAY[1, NULL]) AS json)), json_format(CAST(ROW(1, 'x') AS json))
CAST(JSON '[1, null, 3]' AS array(integer)), CAST(JSON '{"a": 1, "b": null}' AS map(varchar, integer)), CAST(JSON '{"y": 2, "x": 1}' AS row(x integer, y varchar)), CAST(JSON '[1, "2"]' AS row(a integer, b integer))
CAST(JSON 'null' AS integer), CAST(JSON '"12"' AS integer), CAST(JSON '1.9' AS integer), CAST(JSON 'true' AS varchar), CAST(JSON '1.10' AS varchar), CAST(JSON '1e2' AS double)
CAST(JSON '"x"' AS integer)
CAST(JSON '{"a": 1}' AS varchar)
CAST(json_extract('{"a": [1, 2]}', '$.a') AS array(bigint)), json_extract_scalar('{"a": [1, 2]}', '$.a'), is_json_scalar('[1]'), is_json_scalar('1')
JSON '{"a":1}' = JSON '{ "a" : 1 }', JSON '{"a":1,"b":2}' = JSON '{"b":2,"a":1}'
-- Arrays and maps with NULLs.
contains(ARRAY[1, NULL], 1), contains(ARRAY[1, NULL], 2), contains(ARRAY[1], NULL), array_position(ARRAY[1, NULL], NULL), array_position(ARRAY['a', 'b'], 'c')
array_distinct(ARRAY[1, NULL, 1, NULL, 2]), array_union(ARRAY[1, NULL], ARRAY[NULL, 2]), array_intersect(ARRAY[1, NULL, 2], ARRAY[NULL, 2]), array_except(ARRAY[1, NULL, 2, 1], ARRAY[2])
array_remove(ARRAY[1, NULL, 2], 1), array_sort(ARRAY[2, NULL, 1]), array_max(ARRAY[1, NULL]), array_min(ARRAY[2, 1]), arrays_overlap(ARRAY[1, NULL], ARRAY[2]), arrays_overlap(ARRAY[1, NULL], ARRAY[1])
array_join(ARRAY[1, NULL, 2], ','), array_join(ARRAY[1, NULL, 2], ',', '-'), cardinality(ARRAY[NULL]), element_at(ARRAY[1, 2], -1), element_at(ARRAY[1], 5), slice(ARRAY[1, 2, 3], -2, 2)
ARRAY[1, 2][0]
ARRAY[1, 2][3]
element_at(ARRAY[1, 2], 0)
MAP(ARRAY['a'], ARRAY[1])['b']
element_at(MAP(ARRAY['a'], ARRAY[1]), 'b'), MAP(ARRAY['a'], ARRAY[NULL])['a'], map_keys(MAP(ARRAY['a'], ARRAY[1])), map_values(MAP(ARRAY['a'], ARRAY[NULL]))
MAP(ARRAY['a', 'a'], ARRAY[1, 2])
MAP(ARRAY['a', NULL], ARRAY[1, 2])
MAP(ARRAY['a', 'b'], ARRAY[1])
transform(ARRAY[1, NULL, 3], x -> x * 2), filter(ARRAY[1, NULL, 3], x -> x > 1), reduce(ARRAY[1, NULL, 3], 0, (s, x) -> s + coalesce(x, 0), s -> s), zip_with(ARRAY[1, 2], ARRAY['a'], (x, y) -> coalesce(y, 'z') || CAST(x AS varchar))
any_match(ARRAY[1, NULL], x -> x = 2), all_match(ARRAY[1, NULL], x -> x = 1), none_match(ARRAY[NULL], x -> x = 1), any_match(ARRAY[], x -> true), all_match(ARRAY[], x -> false)
-- Coercions.
CASE WHEN true THEN 1 ELSE DECIMAL '2.5' END, typeof(CASE WHEN true THEN 1 ELSE DECIMAL '2.5' END), coalesce(1, DECIMAL '2.5', 3e0), typeof(coalesce(CAST(1 AS tinyint), 2)), if(false, 'a'), nullif(1, DECIMAL '1.0'), nullif('a', 'b')
coalesce(DATE '2024-01-01', TIMESTAMP '2024-01-01 10:00:00'), greatest(1, DECIMAL '2.5', 3e0), least('b', 'a'), greatest(1, NULL), typeof(greatest(CAST(1 AS smallint), 2))
1 IN (DECIMAL '1.0', 2e0), 1 IN (NULL, 2), 1 NOT IN (2, NULL), NULL IN (1), 2 BETWEEN DECIMAL '1.5' AND 3e0, 'b' BETWEEN 'a' AND 'c', 1 BETWEEN NULL AND 0
1 IN ('a')
DATE '2024-01-01' = '2024-01-01'
DATE '2024-01-01' < TIMESTAMP '2024-01-01 00:00:01', CAST(1 AS bigint) = 1e0, REAL '0.1' = DECIMAL '0.1', REAL '0.1' = DOUBLE '0.1'
NULL = NULL, NULL IS DISTINCT FROM NULL, 1 IS DISTINCT FROM NULL, NOT NULL, true AND NULL, false AND NULL, true OR NULL
-- Overflows.
-9223372036854775808
-2147483648 - 1
2147483647 * 2
- CAST(-128 AS tinyint)
abs(CAST(-128 AS tinyint))
abs(-2147483648)
CAST(-9223372036854775808 AS bigint) / -1
CAST(3e9 AS integer)
CAST(128 AS tinyint)
power(2, DECIMAL '0.5'), power(0, 0), power(10, 400), exp(1000), sqrt(-1), ln(0), log10(1000), log2(8), log(2, 8), cbrt(27), mod(10, 3), width_bucket(DECIMAL '5.5', 0, 10, 5)
round(2.5e0), round(-2.5e0), round(1.005e0, 2), round(1234, -2), truncate(-1.9e0), truncate(1.239e0, 2), ceil(-0.5e0), floor(1e300)
bitwise_and(12, 10), bitwise_left_shift(1, 63), bitwise_right_shift(-1, 1), bitwise_not(0), bitwise_xor(5, 3), from_base('ff', 16), to_base(255, 2)
-- Literals, and what overflows.
CAST(128e0 AS tinyint)
CAST(40000e0 AS smallint)
CAST(1e300 AS integer)
CAST(1e300 AS bigint)
CAST(nan() AS integer)
CAST(REAL '3e9' AS integer)
CAST(REAL '300' AS tinyint)
CAST(infinity() AS integer)
CAST(infinity() AS tinyint)
CAST(nan() AS tinyint)
5 -3, 5 - 3, 5-3, - 2147483648, -(2147483648), - -1, -DECIMAL '1.50', -1e0, typeof(-DECIMAL '1.50'), typeof(-2147483648), typeof(-2147483649), typeof(-(1))
lower('İI'), upper('ı'), upper('ŉ'), lower('ΑΣ'), upper('ﬀ')
TIMESTAMP '2024-06-30 23:00:00' > TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin', DATE '2024-07-01' > TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin', DATE '2024-07-01' BETWEEN TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin' AND TIMESTAMP '2024-07-01 00:00:00 America/New_York'
TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin' IN (TIMESTAMP '2024-06-30 22:00:00', TIMESTAMP '2024-06-30 22:00:00 UTC')
TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin' IN (TIMESTAMP '2024-06-30 22:00:00')
date_diff('hour', TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin', TIMESTAMP '2024-07-01 00:00:00'), date_diff('day', TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin', TIMESTAMP '2024-07-02 00:00:00')
date_diff('second', TIMESTAMP '2024-10-27 02:30:00 Europe/Berlin', TIMESTAMP '2024-10-27 03:30:00 Europe/Berlin'), date_diff('day', TIMESTAMP '2024-10-26 12:00:00 Europe/Berlin', TIMESTAMP '2024-10-27 12:00:00 UTC'), date_diff('month', TIMESTAMP '2024-09-30 23:00:00 UTC', TIMESTAMP '2024-10-31 00:30:00 Europe/Berlin')
(DATE '2024-07-01') - TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin'
TIMESTAMP '2024-07-01 00:00:00' - TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin'
TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin' IS DISTINCT FROM TIMESTAMP '2024-06-30 22:00:00'
ORDER_X FROM (VALUES 2, 1) t(ORDER_X) ORDER BY -1
(-9223372036854775807 - 1) / -1, 1
(-9223372036854775807 - 1) % -1, 1
x % y FROM (VALUES (CAST(-2147483648 AS integer), -1)) t(x, y)
abs(x) FROM (VALUES CAST(-128 AS tinyint)) t(x)
-x FROM (VALUES CAST(-32768 AS smallint)) t(x)
-- Hours that clocks show twice or never.
to_unixtime(TIMESTAMP '2024-10-27 02:30:00 Europe/Berlin'), to_unixtime(TIMESTAMP '2024-03-31 03:30:00 Europe/Berlin'), to_unixtime(TIMESTAMP '2024-10-27 03:30:00 Europe/Berlin')
to_unixtime(date_trunc('hour', TIMESTAMP '2024-10-27 01:45:00 UTC' AT TIME ZONE 'Europe/Berlin')), to_unixtime(date_trunc('hour', TIMESTAMP '2024-10-27 00:45:00 UTC' AT TIME ZONE 'Europe/Berlin')), to_unixtime(date_trunc('day', TIMESTAMP '2024-10-27 12:45:00 UTC' AT TIME ZONE 'Europe/Berlin'))
date_diff('second', TIMESTAMP '2024-10-27 02:30:00 Europe/Berlin', TIMESTAMP '2024-10-27 03:30:00 Europe/Berlin'), date_diff('month', TIMESTAMP '2024-09-30 23:00:00 UTC', TIMESTAMP '2024-10-31 00:30:00 Europe/Berlin')
date_diff('month', TIMESTAMP '2024-09-30 23:00:00 UTC', TIMESTAMP '2024-10-30 23:30:00 UTC'), date_diff('month', TIMESTAMP '2024-01-31 23:00:00 UTC', TIMESTAMP '2024-02-29 23:30:00 UTC'), date_diff('month', TIMESTAMP '2024-01-31 23:00:00', TIMESTAMP '2024-02-29 22:30:00')
to_unixtime(CAST('2024-10-27 02:30:00 Europe/Berlin' AS timestamp with time zone))
TIMESTAMP '2024-03-31 02:30:00 Europe/Berlin'
to_unixtime(date_add('day', 1, TIMESTAMP '2024-03-30 02:30:00 Europe/Berlin')), to_unixtime(with_timezone(TIMESTAMP '2024-03-31 03:30:00', 'Europe/Berlin')), to_unixtime(with_timezone(TIMESTAMP '2024-03-31 04:30:00', 'Europe/Berlin'))
map_filter(MAP(ARRAY['a', 'b'], ARRAY[1, NULL]), (k, v) -> v IS NULL), transform_values(MAP(ARRAY['a'], ARRAY[1]), (k, v) -> k || CAST(v AS varchar)), transform_keys(MAP(ARRAY['a'], ARRAY[1]), (k, v) -> v), map_concat(MAP(ARRAY['a'], ARRAY[1]), MAP(ARRAY['a'], ARRAY[2]))
zip(ARRAY[1, 2], ARRAY['a']), flatten(ARRAY[ARRAY[1], NULL, ARRAY[2]]), sequence(1, 5, 2), sequence(3, 1), sequence(DATE '2024-01-30', DATE '2024-02-02'), sequence(DATE '2024-01-31', DATE '2024-04-30', INTERVAL '1' MONTH), repeat('a', 2), ngrams(ARRAY[1, 2, 3], 2)
levenshtein_distance('kitten', 'sitting'), hamming_distance('abc', 'abd'), normalize('é', NFD) = 'é'
'a ' = 'a', 'a' < 'B', 'é' > 'z', '😀' > 'ﬀ'
to_hex(to_utf8('é')), from_utf8(from_hex('C3A9')), to_base64(to_utf8('😀')), to_hex(md5(to_utf8('a'))), url_encode('a b/é'), url_decode('a+b%2F')
from_utf8(X'C3'), from_iso8601_timestamp('2024-07-01T10:00:00+02:00')
map_from_entries(ARRAY[ROW('a', 1), ROW('b', NULL)]), map_entries(MAP(ARRAY['a'], ARRAY[1])), cardinality(MAP()), split_to_map('a=1,b=2', ',', '=')
ARRAY[1] || 2, 0 || ARRAY[1], trim_array(ARRAY[1, 2, 3], 1), array_distinct(ARRAY['a', 'A']), reverse(ARRAY[1, NULL])
sequence(DATE '2024-01-31', DATE '2024-04-30', INTERVAL '1' MONTH), sequence(DATE '2024-01-31', DATE '2024-04-29', INTERVAL '1' MONTH), sequence(DATE '2024-01-31', DATE '2026-01-01', INTERVAL '1' YEAR)
sequence(DATE '2024-01-31', DATE '2024-01-30', INTERVAL '1' MONTH)
sequence(DATE '2024-01-31', DATE '2023-01-30', INTERVAL '1' MONTH)
geometric_mean(x), geometric_mean(DISTINCT x) FROM (VALUES 1, 2, 4, 4) t(x)
geometric_mean(x) FROM (VALUES 0, 2) t(x)
x, sum(x) OVER (ORDER BY x RANGE BETWEEN 'a' PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2, 3) t(x)
x, sum(x) OVER (ORDER BY d RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES (1, DATE '2024-01-01')) t(x, d)
-- What a fuzzer beside Trino found, and its neighbours.
reduce(ARRAY[1,2], CAST(NULL AS varchar), (s,x) -> 'abc', s -> s)
reduce(ARRAY[1,2], BIGINT '0', (s,x) -> x, s -> s)
reduce(ARRAY[1,2], 0, (s,x) -> s + BIGINT '1', s -> s)
reduce(ARRAY[1,2], 0, (s,x) -> NULL, s -> s)
reduce(ARRAY[1,2], 0e0, (s,x) -> 1, s -> s)
reduce(ARRAY[1,2], 'a', (s,x) -> s || 'b', s -> s)
filter(ARRAY[1,2], x -> NULL)
array_sort(ARRAY[1,2], (a,b) -> BIGINT '1')
array_sort(ARRAY[1,2], (a,b) -> SMALLINT '1')
array_sort(ARRAY[3,2], (a,b) -> if(a<b,-1,1))
transform(ARRAY[1,2], x -> NULL)
regexp_replace('abc', '(b)', x -> 'q')
regexp_replace('abc', '(b)', x -> CAST('q' AS varchar))
regexp_replace('abc', '(b)', x -> x[1] || 'q')
zip_with(ARRAY[1,2], ARRAY[1], (a,b) -> a)
any_match(ARRAY[1], x -> NULL)
SELECT * FROM (VALUES 1,2) t(a) LEFT JOIN LATERAL (SELECT a+1 AS b) x ON true
SELECT * FROM (VALUES 1,2) t(a) LEFT JOIN LATERAL (SELECT a+1 AS b) x ON a = 1
SELECT * FROM (VALUES 1,2) t(a) JOIN LATERAL (SELECT a+1 AS b) x ON a = 1
SELECT * FROM (VALUES 1,2) t(a) JOIN LATERAL (SELECT a+1 AS b) x ON true
SELECT * FROM (VALUES 1,2) t(a) RIGHT JOIN LATERAL (SELECT a+1 AS b) x ON true
SELECT * FROM (VALUES 1,2) t(a) FULL JOIN LATERAL (SELECT a+1 AS b) x ON true
SELECT * FROM (VALUES 1,2) t(a) RIGHT JOIN LATERAL (SELECT 7 AS b) x ON true
SELECT * FROM (VALUES 1,2) t(a) LEFT JOIN LATERAL (SELECT b FROM (VALUES 1,3) u(b) WHERE b > a) x ON true
SELECT * FROM (VALUES 1,2) t(a) LEFT JOIN LATERAL (SELECT b FROM (VALUES 1,3) u(b) WHERE b > a LIMIT 1) x ON true
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (SELECT b FROM (VALUES 1,3) u(b) WHERE b > a LIMIT 1) x
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (SELECT b FROM (VALUES 1,3) u(b) WHERE b > a ORDER BY b LIMIT 1) x
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (SELECT max(b) FROM (VALUES 1,3) u(b) WHERE b > a) x
SELECT * FROM (VALUES 1,2) t(a) LEFT JOIN LATERAL (SELECT max(b) FROM (VALUES 1,3) u(b) WHERE b > a) x ON true
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (SELECT b, count(*) FROM (VALUES 1,3) u(b) WHERE b > a GROUP BY b) x
SELECT * FROM (VALUES 1,2) t(a) LEFT JOIN LATERAL (SELECT b, count(*) FROM (VALUES 1,3) u(b) WHERE b > a GROUP BY b) x ON true
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (SELECT DISTINCT b FROM (VALUES 1,3) u(b) WHERE b > a) x
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (SELECT a UNION ALL SELECT a + 1) x
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (VALUES a, a + 1) x(b)
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (SELECT b, row_number() OVER (ORDER BY b) FROM (VALUES 1,3) u(b) WHERE b > a) x
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (SELECT b FROM (VALUES 1,3) u(b) LEFT JOIN (VALUES 5) v(c) ON b = a) x
SELECT * FROM (VALUES 1,2) t(a) LEFT JOIN UNNEST(ARRAY[1,2]) u(b) ON a = b
SELECT * FROM (VALUES 1,2) t(a) JOIN UNNEST(ARRAY[1,2]) u(b) ON a = b
SELECT * FROM (VALUES 1,2) t(a) FULL JOIN UNNEST(ARRAY[a,2]) u(b) ON true
SELECT * FROM UNNEST(ARRAY[1,2]) u(b) LEFT JOIN (VALUES 1) t(a) ON a = b
SELECT a, (SELECT b FROM (VALUES 1,3) u(b) WHERE b > a LIMIT 1) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT b FROM (VALUES 1,3) u(b) WHERE b > a ORDER BY b LIMIT 1) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT b FROM (VALUES 1,3) u(b) WHERE b = a) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT b FROM (VALUES 1,1) u(b) WHERE b = a) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT count(*) FROM (VALUES 1,3) u(b) WHERE b > a) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT count(*) FROM (VALUES 1,3) u(b) GROUP BY b HAVING b > a) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT a + count(*) FROM (VALUES 1,3) u(b)) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT max(b + a) FROM (VALUES 1,3) u(b)) FROM (VALUES 1,2) t(a)
SELECT a FROM (VALUES 1,2) t(a) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(b) WHERE b > a)
SELECT a FROM (VALUES 1,2) t(a) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(b) WHERE b > a LIMIT 1)
SELECT a FROM (VALUES 1,2) t(a) WHERE EXISTS (SELECT b FROM (VALUES 1,3) u(b) WHERE b > a GROUP BY b)
SELECT a FROM (VALUES 1,2) t(a) WHERE EXISTS (SELECT count(*) FROM (VALUES 1,3) u(b) WHERE b > a)
SELECT a FROM (VALUES 1,2) t(a) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(b) WHERE b > a OFFSET 1)
SELECT a FROM (VALUES 1,2) t(a) WHERE a IN (SELECT b FROM (VALUES 1,3) u(b) WHERE b >= a)
SELECT a FROM (VALUES 1,2) t(a) WHERE a IN (SELECT max(b) FROM (VALUES 1,3) u(b) WHERE b >= a)
SELECT a FROM (VALUES 1,2) t(a) WHERE a IN (SELECT b FROM (VALUES 1,3) u(b) WHERE b >= a LIMIT 1)
SELECT a FROM (VALUES 1,2) t(a) WHERE a NOT IN (SELECT b + a FROM (VALUES 1,3) u(b))
SELECT a FROM (VALUES 1,2) t(a) WHERE a = (SELECT b FROM (VALUES 1,3) u(b) UNION SELECT a)
SELECT a, (SELECT (SELECT a)) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT b FROM UNNEST(ARRAY[a]) u(b)) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT sum(b) FROM UNNEST(ARRAY[a, 2]) u(b)) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT b FROM (VALUES 1,3) u(b) WHERE b = a LIMIT 1) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT c FROM (VALUES (1,5),(1,6)) u(b,c) WHERE b = a ORDER BY c DESC LIMIT 1) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT c FROM (VALUES (1,5),(1,6)) u(b,c) WHERE b = a AND c > a LIMIT 1) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT c FROM (VALUES (1,5),(1,6)) u(b,c) WHERE b = a + 0 LIMIT 1) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT c + a FROM (VALUES (1,5),(1,6)) u(b,c) WHERE b = a LIMIT 1) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT c FROM (VALUES (1,5),(1,6)) u(b,c) WHERE b = a LIMIT 0) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT c FROM (VALUES (1,5),(1,6)) u(b,c) WHERE b = a OFFSET 1) FROM (VALUES 1,2) t(a)
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (SELECT c FROM (VALUES (1,5),(1,6)) u(b,c) WHERE b = a ORDER BY c LIMIT 1) x
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (SELECT c FROM (VALUES (1,5),(1,6),(1,7)) u(b,c) WHERE b = a LIMIT 2) x
SELECT * FROM (VALUES 1,2) t(a) LEFT JOIN LATERAL (SELECT c FROM (VALUES (1,5),(1,6)) u(b,c) WHERE b = a ORDER BY c LIMIT 1) x ON true
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (VALUES a) x(b)
SELECT * FROM (VALUES 1,2) t(a) CROSS JOIN LATERAL (VALUES (a, a + 1)) x(b, c)
SELECT a FROM (VALUES 1,2) t(a) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(b) WHERE b = a LIMIT 1)
SELECT a FROM (VALUES 1,2) t(a) WHERE a IN (SELECT b FROM (VALUES 1,3) u(b) WHERE b = a LIMIT 1)
SELECT a FROM (VALUES 1,2) t(a) WHERE a IN (SELECT b FROM (VALUES 1,3) u(b) WHERE b = a GROUP BY b)
SELECT a FROM (VALUES 1,2) t(a) WHERE a IN (SELECT DISTINCT b FROM (VALUES 1,3) u(b) WHERE b = a)
SELECT a FROM (VALUES 1,2) t(a) WHERE a IN (SELECT b+1 FROM (VALUES 1,3) u(b) WHERE b = a)
SELECT a FROM (VALUES 1,2) t(a) WHERE a IN (SELECT b+1 FROM (VALUES 1,3) u(b) WHERE b < a)
SELECT a FROM (VALUES 1,2) t(a) WHERE a NOT IN (SELECT b+1 FROM (VALUES 1,3) u(b) WHERE b < a)
SELECT a FROM (VALUES 1,2) t(a) WHERE a IN (SELECT a)
SELECT a FROM (VALUES 1,2) t(a) WHERE a > ALL (SELECT b FROM (VALUES 1,3) u(b) WHERE b < a)
SELECT a, a = ANY (SELECT b FROM (VALUES 1,3) u(b) WHERE b <= a) FROM (VALUES 1,2) t(a)
SELECT a, a <> ALL (SELECT b FROM (VALUES 1,3) u(b) WHERE b <= a) FROM (VALUES 1,2) t(a)
SELECT a, EXISTS(SELECT 1 FROM (VALUES 1,3) u(b) WHERE b <= a UNION SELECT 2) FROM (VALUES 1,2) t(a)
SELECT a, EXISTS(SELECT 1 FROM (VALUES 1,3) u(b) JOIN (VALUES 1) v(c) ON b = c AND b = a) FROM (VALUES 1,2) t(a)
SELECT a, EXISTS(SELECT 1 FROM (VALUES 1,3) u(b) LEFT JOIN (VALUES 1) v(c) ON b = c WHERE c = a) FROM (VALUES 1,2) t(a)
SELECT a, EXISTS(SELECT 1 FROM (SELECT b FROM (VALUES 1,3) u(b) WHERE b = a) v) FROM (VALUES 1,2) t(a)
SELECT a, EXISTS(WITH q AS (SELECT 1 x) SELECT 1 FROM q WHERE x = a) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT max(b) FILTER (WHERE b > a) FROM (VALUES 1,3) u(b)) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT count(*) FROM (VALUES 1,3) u(b) HAVING count(*) > a) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT max(b) + a FROM (VALUES 1,3) u(b) WHERE b >= a OR b = 3) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT b FROM (VALUES 1,3) u(b) WHERE b >= a AND EXISTS (SELECT 1 FROM (VALUES 1) w(x) WHERE x = b)) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT array_agg(x ORDER BY x) FROM UNNEST(ARRAY[3,2,a]) u(x)) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT x FROM UNNEST(ARRAY[1,2,a]) u(x) ORDER BY x DESC LIMIT 1) FROM (VALUES 1,2) t(a)
SELECT a, (SELECT row_number() OVER () FROM (VALUES 1) u(b) WHERE b = a) FROM (VALUES 1,2) t(a)
bitwise_right_shift(CAST(-5 AS smallint), -1)
bitwise_right_shift(CAST(5 AS smallint), -2147483648)
bitwise_right_shift(-5, -1)
bitwise_right_shift(BIGINT '-5', -1)
bitwise_right_shift(BIGINT '5', 64)
bitwise_right_shift(-5, 32)
bitwise_right_shift_arithmetic(-5, -1)
bitwise_right_shift_arithmetic(BIGINT '-5', -1)
bitwise_right_shift_arithmetic(BIGINT '-5', 70)
bitwise_right_shift_arithmetic(TINYINT '-5', -3)
bitwise_left_shift(BIGINT '5', -1)
bitwise_left_shift(5, -1)
bitwise_left_shift(SMALLINT '5', -1)
bitwise_left_shift(TINYINT '5', -62)
bitwise_left_shift(TINYINT '127', 1)
SELECT x * 0e0 FROM (VALUES infinity(), nan(), 1e0, -1e0) t(x)
SELECT x + 0e0 FROM (VALUES -0e0) t(x)
SELECT 0e0 / x FROM (VALUES infinity(), nan(), 1e0, -1e0) t(x)
SELECT x / 1e0, x * 1e0, x - 0e0 FROM (VALUES infinity(), nan(), 1e0, -0e0) t(x)
SELECT sum(i), avg(i) FROM (VALUES INTERVAL '1' DAY, INTERVAL '-3' HOUR) t(i)
SELECT sum(i), avg(i) FROM (VALUES INTERVAL '1' MONTH, INTERVAL '3' YEAR) t(i)
CAST(1 AS decimal(38,30)) * CAST(1 AS decimal(38,18))
(NULL + 1) / 0
CAST(NULL AS integer) / 0
CAST(NULL AS integer) % 0
CAST(NULL AS decimal(5,2)) / DECIMAL '0.0'
mod(CAST(NULL AS integer), 0)
round(-0.4e0)
round(123456789.987654321e0, 3)
ROW(1, 'x')
ROW(1, ROW(2, 3))
MAP(ARRAY[10, 9], ARRAY['b', 'a'])
SELECT max(x, -1) FROM (VALUES 1) t(x)
SELECT max(x, -1) FROM (VALUES 1) t(x) WHERE x > 1
SELECT max(x, -1) FROM (VALUES CAST(NULL AS integer)) t(x)
SELECT approx_distinct(x, 0.5e0) FROM (VALUES 1) t(x) WHERE x > 1
1 LIMIT 1
1 AS x OFFSET 0
SELECT multimap_agg(k, v), map_agg(k, v), histogram(k) FROM (VALUES (CAST(NULL AS varchar), 1)) t(k, v)
SELECT multimap_agg(k, v), map_agg(k, v), histogram(k) FROM (VALUES ('a', 1)) t(k, v) WHERE v > 1
SELECT var_pop(x), stddev(x), kurtosis(x) FROM (VALUES 1.7976931348623157e308, 1.7976931348623157e308) t(x)
array_max(ARRAY[nan(), 0.1e0])
array_max(ARRAY[0.1e0, nan()])
array_min(ARRAY[nan(), 0.1e0])
array_min(ARRAY[0.1e0, nan()])
array_distinct(CAST(NULL AS array(integer)))
zip_with(CAST(NULL AS array(integer)), ARRAY[1], (a, b) -> a)
zip(CAST(NULL AS array(integer)), ARRAY[1])
array_union(CAST(NULL AS array(integer)), ARRAY[1])
reverse(CAST(NULL AS array(integer)))
repeat(1, -1)
repeat(1, 10001)
repeat(CAST(NULL AS integer), 2)
from_iso8601_date('2024-060')
from_iso8601_date('2024-W09-4')
from_iso8601_date('2024-W09')
from_iso8601_date('2024-02')
from_iso8601_date('2024')
from_iso8601_date('2024-2-9')
from_iso8601_date('2024-13-01')
from_iso8601_date('2023-02-29')
from_iso8601_date('2024-02-29T12:34Z')
from_iso8601_date('x')
from_iso8601_timestamp('2024-060')
from_iso8601_timestamp('2024-W09-4')
from_iso8601_timestamp('2024-02-29T12')
from_iso8601_timestamp('2024-13-01')
from_iso8601_timestamp('2024')
radians(123456.789e0)
degrees(123456.789e0)
human_readable_seconds(nan())
human_readable_seconds(infinity())
human_readable_seconds(93784e0)
CAST(ROW(1, INTERVAL '1' MONTH) AS row(integer, interval year to month))
CAST(ROW(1, DATE '2024-01-01') AS row(integer, date))
CAST(ROW(1, 1e0) AS row(a integer, double double))
width_bucket(1e0, ARRAY[infinity(), 0e0])
width_bucket(1e0, ARRAY[0e0, infinity()])
from_unixtime(-infinity())
map_concat(MAP(ARRAY[1], ARRAY['a']), CAST(NULL AS map(integer, varchar(1))))
array_except(ARRAY[1], CAST(NULL AS array(integer)))
array_remove(ARRAY[1], CAST(NULL AS integer))
array_sort(CAST(NULL AS array(integer)))
array_join(CAST(NULL AS array(integer)), ',')
map_filter(CAST(NULL AS map(integer, integer)), (k, v) -> true)
transform_keys(CAST(NULL AS map(integer, integer)), (k, v) -> k)
transform_values(CAST(NULL AS map(integer, integer)), (k, v) -> k)
map_entries(CAST(NULL AS map(integer, integer)))
map_from_entries(CAST(NULL AS array(row(a integer, b integer))))
ngrams(CAST(NULL AS array(integer)), 2)
ngrams(ARRAY[1,2,3], 0)
ngrams(ARRAY[1,2,3], -1)
flatten(CAST(NULL AS array(array(integer))))
slice(ARRAY[1,2,3], 1, NULL)
contains(CAST(NULL AS array(integer)), 1)
cardinality(CAST(NULL AS map(integer, integer)))
element_at(MAP(ARRAY[1], ARRAY[2]), NULL)
sequence(1, CAST(NULL AS bigint))
map(CAST(NULL AS array(integer)), ARRAY[1])
split_to_map(CAST(NULL AS varchar), ',', '=')
regexp_split(CAST(NULL AS varchar), ',')
date_trunc('day', CAST(NULL AS timestamp))
reduce(CAST(NULL AS array(integer)), 0, (s, x) -> s + x, s -> s)
any_match(CAST(NULL AS array(integer)), x -> true)
all_match(ARRAY[], x -> true)
none_match(CAST(NULL AS array(integer)), x -> true)
SELECT covar_samp(x, y), covar_pop(x, y), corr(x, y), regr_slope(x, y), regr_intercept(x, y) FROM (VALUES (1.5e0, 2e0), (2.25e0, -3e0), (0.1e0, 7e0), (1e10, 5e0)) t(x, y)
SELECT covar_samp(x, y), corr(x, y), regr_slope(x, y) FROM (VALUES (1e0, 2e0)) t(x, y)
SELECT covar_pop(x, nan()), corr(x, infinity()) FROM (VALUES 1e0, 2e0) t(x)
SELECT skewness(x), kurtosis(x) FROM (VALUES 1e0, -1.5e0, 0e0, 0.1e0, 7e0) t(x)
SELECT skewness(x), kurtosis(x) FROM (VALUES 1e0, 2e0, 3e0) t(x)
SELECT skewness(x), kurtosis(x) FROM (VALUES 1e0, 1e0, 1e0, 1e0) t(x)
SELECT stddev(x), stddev_pop(x), variance(x), var_pop(x) FROM (VALUES 1e0, infinity()) t(x)
SELECT x, skewness(x) OVER (ORDER BY x ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM (VALUES 1e0, 2e0, 7e0, 11e0) t(x) ORDER BY x
SELECT x, lag(x) OVER () FROM (VALUES 1) t(x)
SELECT x, lead(x) OVER (ORDER BY x ROWS UNBOUNDED PRECEDING) FROM (VALUES 1) t(x)
SELECT a, grouping(a), count(*) FROM (VALUES 1, 2) t(a) GROUP BY CUBE (a, a) ORDER BY 1, 2
CAST(INTERVAL '2 03:04:05.678' DAY TO SECOND AS varchar), CAST(INTERVAL '-1-6' YEAR TO MONTH AS varchar)
INTERVAL '03:04' HOUR TO MINUTE, INTERVAL '4:5.5' MINUTE TO SECOND, INTERVAL -'1 2' DAY TO HOUR
CAST(CAST(ROW(TIMESTAMP '2024-01-31 10:00:00', JSON '[1]') AS row(x timestamp, y json)) AS json)
CAST(CAST(DECIMAL '1.5' AS real) AS json), CAST(MAP(ARRAY[2, 1], ARRAY['b', 'a']) AS json)
url_extract_path('mailto:x@y'), url_extract_query('mailto:x@y?q=1'), url_extract_protocol('mailto:x@y')
DATE '2024-01-31' + CAST(NULL AS interval day to second)
date_add('hour', 1, DATE '2024-01-31')
date_trunc('hour', CAST(NULL AS date))
if(true, DATE '2024-01-31', date_add('hour', 1, DATE '2024-01-31'))
element_at(CAST(NULL AS array(integer)), 0)
truncate(5), truncate(SMALLINT '5'), truncate(BIGINT '5'), truncate(1234, -2)
TIMESTAMP '0001-01-01 00:00:00' - INTERVAL '1' YEAR
bitwise_xor_agg(1)
substring(X'616263', 2)
codepoint(CAST('a' AS varchar))
codepoint('a')
round(-0e0), round(-0e0, 2), -0e0
ARRAY[CAST(ROW(TIMESTAMP '2024-03-10 07:30:00.000 America/New_York') AS row(x timestamp(3) with time zone))]
SELECT x FROM (VALUES 1) t(x) WHERE x > ANY (VALUES x)
SELECT x FROM (VALUES 1, 2) t(x) WHERE ROW(x, 1) IN (VALUES (1, 1), (2, 2))
SELECT sum(x) FROM (VALUES 1) t(x) HAVING sum(x) / 0 > NULL
mod(7, 0)
mod(DECIMAL '7.0', DECIMAL '0.0')
7 % 0
1
substr(X'616263', 2)
substr(X'616263', -2, 1)
substr(X'616263', 0)
substr(X'616263', 2, 9)
substr(X'616263', 5), substr(X'', 1), substr(X'61', 1, -1)
-- correlated queries
typeof(1/0)
typeof(1e0/0)
typeof(CAST('x' AS integer))
typeof(sum(1/0))
SELECT (SELECT (SELECT x) FROM (VALUES 1) u(z)) FROM (VALUES 1) t(x)
SELECT (SELECT count(*) FROM UNNEST(ARRAY[1,2,x]) u(e) WHERE e > x) FROM (VALUES 1, 2) t(x)
SELECT (SELECT count(*) FROM UNNEST(ARRAY[1,2,x]) u(e)) FROM (VALUES 1, 2) t(x)
SELECT (SELECT sum(e) FROM UNNEST(a) u(e) WHERE e > 1) FROM (VALUES ARRAY[1,2], ARRAY[3]) t(a)
SELECT (SELECT sum(e) FROM UNNEST(a) u(e)) FROM (VALUES ARRAY[1,2], ARRAY[3]) t(a)
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(y) WHERE EXISTS (SELECT 1 FROM (VALUES 1) v(z) WHERE z = x))
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(y) WHERE EXISTS (SELECT 1 FROM (VALUES 1) v(z) WHERE z = y AND y = x))
SELECT x FROM (VALUES 1,2) t(x) WHERE x IN (SELECT y FROM (VALUES 1,3) u(y) WHERE y = (SELECT max(z) FROM (VALUES 1) v(z) WHERE z = x))
SELECT (SELECT max(y) FROM (VALUES 1,3) u(y) WHERE y = (SELECT max(z) FROM (VALUES 1) v(z) WHERE z <= x)) FROM (VALUES 1,2) t(x)
SELECT (SELECT EXISTS(SELECT x) FROM (VALUES 1) u(z)) FROM (VALUES 1) t(x)
SELECT (SELECT EXISTS(SELECT 1 WHERE x = 1) FROM (VALUES 1) u(z)) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT max(z) FROM (VALUES 1) v(z) WHERE z = x)) FROM (VALUES 1,2) t(x)
SELECT (SELECT (SELECT max(z) FROM (VALUES 1) v(z) WHERE z = x) FROM (VALUES 1) u(y)) FROM (VALUES 1,2) t(x)
SELECT (SELECT (SELECT z + x FROM (VALUES 1) v(z)) FROM (VALUES 1) u(y)) FROM (VALUES 1,2) t(x)
SELECT (SELECT (SELECT z + x FROM (SELECT 1) v(z)) FROM (VALUES 1) u(y)) FROM (VALUES 1,2) t(x)
SELECT (SELECT max((SELECT x + y)) FROM (VALUES 1, 2) u(y)) FROM (VALUES 1,2) t(x)
SELECT (SELECT sum(y + (SELECT x)) FROM (VALUES 1, 2) u(y)) FROM (VALUES 1,2) t(x)
SELECT (SELECT max(y) FROM (VALUES 1, 2) u(y) WHERE y = (SELECT x)) FROM (VALUES 1,2) t(x)
SELECT (SELECT max(y) FROM (VALUES 1, 2) u(y) WHERE y = (VALUES x)) FROM (VALUES 1,2) t(x)
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(y) WHERE y = x AND EXISTS (SELECT 1 FROM (VALUES 1) v(z) WHERE z = y))
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(y) WHERE y IN (SELECT z FROM (VALUES 1) v(z) WHERE z = x))
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(y) WHERE y IN (SELECT x FROM (VALUES 1) v(z)))
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(y) WHERE y = ANY (SELECT z FROM (VALUES 1) v(z) WHERE z = x))
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(y) WHERE y > ALL (SELECT z FROM (VALUES 1) v(z) WHERE z = x))
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT 1 FROM (VALUES 1,3) u(y) WHERE y IN (VALUES x))
SELECT x, (SELECT count(*) FROM (VALUES 1,3) u(y), LATERAL (SELECT z FROM (VALUES 1,2) v(z) WHERE z = x) w) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FROM (VALUES 1,3) u(y), LATERAL (SELECT z FROM (VALUES 1,2) v(z) WHERE z = y) w) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FROM (SELECT z FROM (VALUES 1,2) v(z) WHERE z = x) w) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FROM (VALUES 1,3) u(y) CROSS JOIN (SELECT z FROM (VALUES 1,2) v(z) WHERE z = x) w) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FROM (VALUES 1,3) u(y) JOIN (SELECT z FROM (VALUES 1,2) v(z)) w ON y = z AND z = x) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FROM (VALUES 1,3) u(y) JOIN (SELECT z FROM (VALUES 1,2) v(z)) w ON y = z WHERE z = x) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FROM (VALUES 1,3) u(y) LEFT JOIN (SELECT z FROM (VALUES 1,2) v(z)) w ON y = z WHERE y = x) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FROM (VALUES 1,3) u(y) LEFT JOIN (SELECT z FROM (VALUES 1,2) v(z)) w ON y = z + x) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FROM UNNEST(ARRAY[x, 1]) u(y) CROSS JOIN UNNEST(ARRAY[x]) w(z)) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT max(y) FROM UNNEST(ARRAY[x, 1]) u(y) GROUP BY y LIMIT 1) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FROM UNNEST(ARRAY[x, 1]) u(y) GROUP BY ()) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(DISTINCT y) FROM UNNEST(ARRAY[x, 1]) u(y)) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FILTER (WHERE y > 1) FROM UNNEST(ARRAY[x, 1]) u(y)) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT sum(y) FROM UNNEST(ARRAY[x, 1]) u(y) HAVING sum(y) > 2) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT y FROM UNNEST(ARRAY[x]) u(y) WHERE y > 1) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT y FROM UNNEST(ARRAY[x, 3]) u(y) ORDER BY y LIMIT 1) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT y FROM UNNEST(ARRAY[x, 3]) u(y) LIMIT 1) FROM (VALUES 1,2) t(x)
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT y FROM UNNEST(ARRAY[x, 3]) u(y) WHERE y > 2)
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT y FROM UNNEST(ARRAY[x, 3]) u(y))
SELECT x FROM (VALUES 1,2) t(x) WHERE 3 IN (SELECT y FROM UNNEST(ARRAY[x, 3]) u(y))
SELECT x FROM (VALUES 1,2) t(x) WHERE 3 IN (SELECT y FROM UNNEST(ARRAY[x, 3]) u(y) WHERE y > 1)
SELECT x, (SELECT sum(y) + 1 FROM UNNEST(ARRAY[x, 1]) u(y)) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT sum(y * 2) FROM UNNEST(ARRAY[x, 1]) u(y)) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT sum(y * x) FROM UNNEST(ARRAY[x, 1]) u(y)) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT sum(z) FROM (SELECT y * 2 FROM UNNEST(ARRAY[x, 1]) u(y)) v(z)) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT sum(z) FROM (SELECT y FROM UNNEST(ARRAY[x, 1]) u(y) WHERE y > 0) v(z)) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT y FROM UNNEST(ARRAY[x, 1]) u(y) GROUP BY y) FROM (VALUES 1) t(x)
SELECT x, (SELECT DISTINCT y FROM UNNEST(ARRAY[x, 1]) u(y)) FROM (VALUES 1) t(x)
SELECT x, (SELECT array_agg(y ORDER BY y) FROM UNNEST(ARRAY[x, 1]) u(y)) FROM (VALUES 1) t(x)
SELECT x, (SELECT max(y) FROM UNNEST(ARRAY[x, 1]) WITH ORDINALITY u(y, o) WHERE o = 1) FROM (VALUES 1) t(x)
SELECT x, (SELECT y FROM UNNEST(ARRAY[x, 1]) WITH ORDINALITY u(y, o) WHERE o = 1) FROM (VALUES 1) t(x)
SELECT x, (SELECT max(y) FROM (VALUES 1,2) v(w) CROSS JOIN UNNEST(ARRAY[x, 1]) u(y)) FROM (VALUES 1) t(x)
SELECT x, (SELECT max(y) FROM (VALUES 1,2) v(w) CROSS JOIN UNNEST(ARRAY[w, 1]) u(y) WHERE w = x) FROM (VALUES 1) t(x)
SELECT x, y FROM (VALUES 1,2) t(x) CROSS JOIN LATERAL (SELECT sum(e) FROM UNNEST(ARRAY[x, 1]) u(e) WHERE e > 0) w(y)
SELECT x, y FROM (VALUES 1,2) t(x) CROSS JOIN LATERAL (SELECT sum(e) FROM UNNEST(ARRAY[x, 1]) u(e)) w(y)
SELECT x, y FROM (VALUES 1,2) t(x) CROSS JOIN LATERAL (SELECT e FROM UNNEST(ARRAY[x, 1]) u(e) WHERE e > 0) w(y)
SELECT x, y FROM (VALUES 1,2) t(x) CROSS JOIN LATERAL (SELECT e FROM UNNEST(ARRAY[x, 1]) u(e) ORDER BY e LIMIT 1) w(y)
SELECT (SELECT max(z) FROM (SELECT z FROM (VALUES 1,2,3) v(z) WHERE z > x LIMIT 1) w) FROM (VALUES 1,2) t(x)
SELECT (SELECT max(z) FROM (SELECT z FROM (VALUES 1,2,3) v(z) WHERE z = x LIMIT 1) w) FROM (VALUES 1,2) t(x)
SELECT (SELECT s FROM (SELECT sum(z * x) s FROM (VALUES 1,2,3) v(z)) w) FROM (VALUES 1,2) t(x)
SELECT x = ANY (SELECT x) FROM (VALUES 1,2) t(x)
SELECT x = ANY (SELECT z FROM (VALUES 1) v(z) WHERE z = x) FROM (VALUES 1,2) t(x)
SELECT x FROM (VALUES 1,2) t(x) WHERE x NOT IN (SELECT x)
SELECT 1 NOT IN ('a')
SELECT 1 BETWEEN 'a' AND 2
SELECT 1 NOT BETWEEN 'a' AND 2
SELECT 1 LIKE 'a'
SELECT 'a' LIKE 1
SELECT 'a' NOT LIKE 'b' ESCAPE 1
SELECT 1 IN (SELECT 'a')
SELECT 1 NOT IN (SELECT 'a')
SELECT x FROM (VALUES 1,2) t(x) WHERE EXISTS (SELECT y FROM (VALUES 1) u(y) HAVING max(y) > x)
SELECT x, (SELECT count(*) FROM (VALUES 1,3) u(y) GROUP BY y = x) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT count(*) FROM (VALUES 1,3) u(y) ORDER BY x) FROM (VALUES 1,2) t(x)
SELECT x, (WITH w AS (SELECT y FROM (VALUES 1,3) u(y)) SELECT max(y) FROM w WHERE y <= x) FROM (VALUES 1,2) t(x)
SELECT x, (WITH w AS (SELECT y FROM (VALUES 1,3) u(y) WHERE y <= x) SELECT max(y) FROM w) FROM (VALUES 1,2) t(x)
-- what is not looked at
SELECT x <> 0 AND 1/x > 0 FROM (VALUES 0, 1) t(x)
SELECT x = 0 OR 1/x > 0 FROM (VALUES 0, 1) t(x)
SELECT x FROM (VALUES 0, 1) t(x) WHERE x <> 0 AND 1/x > 0
SELECT x FROM (VALUES 0, 1) t(x) WHERE x = 0 OR 1/x > 0
SELECT x FROM (VALUES 0, 1) t(x) WHERE NOT (x = 0 OR 1/x < 0)
SELECT CASE WHEN x = 0 THEN 0 ELSE 1/x END FROM (VALUES 0, 1) t(x)
SELECT if(x = 0, 0, 1/x) FROM (VALUES 0, 1) t(x)
SELECT coalesce(x, 1/0) FROM (VALUES 0, 1) t(x)
SELECT coalesce(x, 1/y) FROM (VALUES (0, 0), (1, 0)) t(x, y)
SELECT CASE WHEN false THEN 1/0 END
SELECT CASE WHEN x > 5 THEN CAST('a' AS integer) ELSE x END FROM (VALUES 0, 1) t(x)
SELECT CASE x WHEN 0 THEN 'z' WHEN 1/x THEN 'o' END FROM (VALUES 0, 1) t(x)
SELECT x IN (1/x, 1) FROM (VALUES 1, 1) t(x)
SELECT x IN (0, 1/x) FROM (VALUES 0, 1) t(x)
SELECT x BETWEEN 1 AND 1/x FROM (VALUES 0, 1) t(x)
SELECT true OR 1/0 = 1
SELECT false AND 1/0 = 1
SELECT x FROM (VALUES 0, 1) t(x) WHERE x > 0 AND 1/x = 1 AND CAST(x AS varchar) <> '0'
SELECT nullif(1, 1/0)
SELECT nullif(NULL, 1/0)
SELECT NULL + 1/0
SELECT 1/0 + NULL
SELECT x + 1/y FROM (VALUES (NULL, 0)) t(x, y)
SELECT 1/y + x FROM (VALUES (NULL, 0)) t(x, y)
SELECT concat(x, CAST(1/y AS varchar)) FROM (VALUES (CAST(NULL AS varchar), 0)) t(x, y)
SELECT substr(x, 1/y) FROM (VALUES (CAST(NULL AS varchar), 0)) t(x, y)
SELECT x = 1/y FROM (VALUES (NULL, 0)) t(x, y)
SELECT try(1/x) FROM (VALUES 0, 1) t(x)
SELECT coalesce(try(1/x), -1) FROM (VALUES 0, 1) t(x)
SELECT count(*) FILTER (WHERE x <> 0 AND 1/x = 1) FROM (VALUES 0, 1) t(x)
SELECT sum(CASE WHEN x <> 0 THEN 1/x END) FROM (VALUES 0, 1) t(x)
SELECT x FROM (VALUES 0, 1) t(x) WHERE CASE WHEN x = 0 THEN false ELSE 1/x = 1 END
SELECT x FROM (SELECT x FROM (VALUES 0, 1) t(x) WHERE x <> 0) WHERE 1/x = 1
SELECT 1/x FROM (VALUES 0, 1) t(x) WHERE x <> 0
SELECT 1/x FROM (VALUES 0, 1) t(x) ORDER BY x DESC LIMIT 1
SELECT 1/x AS r FROM (VALUES 1, 0) t(x) LIMIT 1
SELECT x FROM (SELECT x, 1/x AS r FROM (VALUES 0, 1) t(x))
SELECT count(*) FROM (SELECT 1/x AS r FROM (VALUES 0, 1) t(x))
WITH a AS (SELECT x, 1/x AS r FROM (VALUES 0, 1) t(x)) SELECT x FROM a
SELECT transform(ARRAY[0, 1], e -> if(e = 0, 0, 1/e))
SELECT filter(ARRAY[0, 1], e -> e <> 0 AND 1/e = 1)
SELECT element_at(ARRAY[1], 1/x) FROM (VALUES 1) t(x) WHERE x = 0
SELECT x IS NOT NULL AND CAST(x AS integer) > 1 FROM (VALUES NULL, '2') t(x)
SELECT regexp_like(x, '^\d+$') AND CAST(x AS integer) > 1 FROM (VALUES 'a', '2') t(x)
SELECT x FROM (VALUES 'a', '2') t(x) WHERE regexp_like(x, '^\d+$') AND CAST(x AS integer) > 1
SELECT x FROM (VALUES 'a', '2') t(x) WHERE length(x) > 1 OR (x <> 'a' AND CAST(x AS integer) > 1)
SELECT CASE WHEN regexp_like(x, '^\d+$') THEN CAST(x AS integer) END FROM (VALUES 'a', '2') t(x)
SELECT json_extract_scalar(x, '$.a') IS NOT NULL AND CAST(json_extract_scalar(x, '$.a') AS integer) = 1 FROM (VALUES '{"a":1}', '{}') t(x)
SELECT ARRAY[1,2][x] FROM (VALUES 3) t(x) WHERE x < 3
SELECT cardinality(a) >= 2 AND a[2] = 1 FROM (VALUES ARRAY[1], ARRAY[1,1]) t(a)
SELECT CASE WHEN cardinality(a) >= 2 THEN a[2] END FROM (VALUES ARRAY[1], ARRAY[1,1]) t(a)
SELECT m['a'] FROM (VALUES MAP(ARRAY['b'], ARRAY[1]), MAP(ARRAY['a'], ARRAY[1])) t(m) WHERE contains(map_keys(m), 'a')
SELECT contains(map_keys(m), 'a') AND m['a'] = 1 FROM (VALUES MAP(ARRAY['b'], ARRAY[1]), MAP(ARRAY['a'], ARRAY[1])) t(m)
SELECT date_diff('day', x, date_parse(y, '%Y')) FROM (VALUES (CAST(NULL AS timestamp), 'q')) t(x, y)
SELECT count(*), sum(1/x) FROM (VALUES 0, 1) t(x) WHERE x > 0 HAVING count(*) > 5
SELECT x, 1/sum(x) FROM (VALUES 0, 1) t(x) GROUP BY x HAVING sum(x) > 0
SELECT sum(x) > 0 AND 1/sum(x) > 0 FROM (VALUES 0) t(x)
SELECT x, CASE WHEN lag(x) OVER (ORDER BY x) <> 0 THEN 1/lag(x) OVER (ORDER BY x) END FROM (VALUES 0, 1, 2) t(x)
SELECT typeof(x) FROM (VALUES 1, NULL) t(x)
SELECT typeof(1/x) FROM (VALUES 0) t(x)
SELECT typeof(x + 2147483647) FROM (VALUES 1) t(x)
SELECT typeof(1/x) FROM (VALUES 0) t(x) WHERE x > 0
typeof(ARRAY[1,'a'][3])
typeof(element_at(MAP(ARRAY[1],ARRAY[2]), 3))
typeof(MAP(ARRAY[1],ARRAY[2])[3])
SELECT x, (SELECT DISTINCT y = x FROM (VALUES 1,3) u(y)) FROM (VALUES 1) t(x)
SELECT x, (SELECT count(*) FROM (VALUES 1,3) u(y) WHERE y = x GROUP BY y) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT y FROM (VALUES 1,3) u(y) ORDER BY y = x LIMIT 1) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT max(y) FROM (VALUES 1,3) u(y) HAVING max(y) > x) FROM (VALUES 1,2) t(x)
SELECT x, (SELECT max(y) FROM (VALUES 1,3) u(y) GROUP BY y HAVING y = x) FROM (VALUES 1,2) t(x)
-- texts of extremes, orders, errors
CAST(REAL '1' / REAL '0' AS varchar)
CAST(-REAL '1' / REAL '0' AS varchar)
CAST(REAL '0' / REAL '0' AS varchar)
REAL '1' / REAL '0'
CAST(1e0 / 0 AS varchar)
DATE '9999-12-31' + INTERVAL '1' DAY
CAST(DATE '9999-12-31' + INTERVAL '1' DAY AS varchar)
TIMESTAMP '9999-12-31 23:59:59' + INTERVAL '1' DAY
CAST(TIMESTAMP '9999-12-31 23:59:59' + INTERVAL '1' DAY AS varchar)
DATE '0001-01-01' - INTERVAL '2' YEAR
CAST(DATE '0001-01-01' - INTERVAL '2' YEAR AS varchar)
TIMESTAMP '0001-01-01 00:00:00' - INTERVAL '2' YEAR
CAST(TIMESTAMP '0001-01-01 00:00:00' - INTERVAL '2' YEAR AS varchar)
SELECT approx_distinct(1, DECIMAL '0.3')
SELECT approx_distinct(x, DECIMAL '0.0040625') FROM (VALUES 1, 2) t(x)
SELECT approx_distinct(x, DECIMAL '0.26') FROM (VALUES 1, 2) t(x)
SELECT approx_distinct(x, CAST(NULL AS double)) FROM (VALUES 1, 2) t(x)
SELECT approx_distinct(x, DECIMAL '0.9') FROM (VALUES 1, 2) t(x) WHERE x > 5
json_size('x', '$.a[*]')
json_extract('x', '$.a[*]')
json_extract_scalar('x', '$.a[')
json_size(NULL, 'x.')
arrays_overlap(ARRAY[JSON '1'], ARRAY[JSON '1'])
array_union(ARRAY[JSON '1'], ARRAY[JSON '1'])
array_intersect(ARRAY[JSON '1'], ARRAY[JSON '1'])
array_except(ARRAY[JSON '1'], ARRAY[JSON '1'])
array_distinct(ARRAY[JSON '1'])
array_sort(ARRAY[JSON '1'])
array_max(ARRAY[JSON '1'])
array_position(ARRAY[JSON '1'], JSON '1')
contains(ARRAY[JSON '1'], JSON '1')
arrays_overlap(ARRAY[MAP(ARRAY[1],ARRAY[1])], ARRAY[MAP(ARRAY[1],ARRAY[1])])
max(JSON '1')
greatest(JSON '1', JSON '2')
SELECT max_by(1, JSON '2')
SELECT array_agg(x ORDER BY x) FROM (VALUES JSON '1') t(x)
SELECT x FROM (VALUES JSON '1') t(x) ORDER BY x
JSON '1' < JSON '2'
SELECT x FROM (VALUES JSON '1', JSON '2') t(x) WHERE x BETWEEN JSON '1' AND JSON '3'
SELECT histogram(x) FROM (VALUES JSON '1') t(x)
SELECT transform(ARRAY[1], x -> (SELECT 1))
SELECT x FROM (VALUES 1) t(x) ORDER BY (SELECT 1)
SELECT a.x FROM (VALUES 1) a(x) JOIN (VALUES 1) b(y) ON sum(a.x) = b.y
SELECT count(*) FROM (VALUES 1) a(x) GROUP BY sum(x) + 1
SELECT x FROM (VALUES 1) a(x) GROUP BY row_number() OVER ()
SELECT sum(1 + sum(x)) FROM (VALUES 1) t(x)
SELECT sum(row_number() OVER ()) FROM (VALUES 1) t(x)
SELECT transform(ARRAY[1], e -> sum(e))
SELECT transform(ARRAY[1], e -> 1 + row_number() OVER ())
SELECT sum(x) FROM (VALUES 1) t(x) WHERE x > 0 AND max(x) > 1
SELECT rank() OVER (ORDER BY rank() OVER (ORDER BY x)) FROM (VALUES 1) t(x)
SELECT x FROM (VALUES 1) t(x) HAVING row_number() OVER () = 1
SELECT x FROM (VALUES 1) t(x) LIMIT sum(1)
SELECT * FROM UNNEST(ARRAY[sum(1)]) u(x)
SELECT sum(x), x FROM (VALUES 1) t(x)
SELECT x + 1, sum(x) FROM (VALUES 1) t(x) GROUP BY x + 2
SELECT x FROM (VALUES 1) t(x) ORDER BY sum(x)
-- parts of times and intervals
hour(INTERVAL '49' HOUR), day(INTERVAL '49' HOUR), minute(INTERVAL '90' MINUTE), second(INTERVAL '61' SECOND), millisecond(INTERVAL '1.5' SECOND)
day(TIMESTAMP '2024-01-04 12:00' - TIMESTAMP '2024-01-01 00:00'), hour(TIMESTAMP '2024-01-01 00:00' - TIMESTAMP '2024-01-02 12:00')
year(INTERVAL '25' MONTH), month(INTERVAL '25' MONTH), year(INTERVAL '-25' MONTH), month(INTERVAL '-25' MONTH)
extract(DAY FROM INTERVAL '3' DAY), extract(HOUR FROM INTERVAL '30' HOUR), extract(MINUTE FROM INTERVAL '-90' MINUTE), extract(SECOND FROM INTERVAL '90' SECOND)
extract(YEAR FROM INTERVAL '25' MONTH), extract(MONTH FROM INTERVAL '-25' MONTH)
extract(MONTH FROM INTERVAL '3' DAY)
extract(DAY FROM INTERVAL '3' MONTH)
year(INTERVAL '3' DAY)
from_unixtime(1700000000, 5, 30), from_unixtime(1700000000, -3, 0), from_unixtime(0, 0, 0)
from_unixtime(1700000000, 15, 0)
from_unixtime(1700000000, 0, 61)
from_unixtime(CAST(NULL AS double), 5, 30)
timezone_hour(from_unixtime(0, 5, 30)), timezone_minute(from_unixtime(0, -5, -30)), timezone_hour(TIMESTAMP '2024-07-01 00:00 America/New_York')
timezone_minute(TIMESTAMP '2024-07-01 00:00 Asia/Kolkata'), timezone_hour(TIMESTAMP '2024-01-01 00:00 America/New_York')
hour(TIME '10:20:30.456'), minute(TIME '10:20:30.456'), second(TIME '10:20:30.456'), millisecond(TIME '10:20:30.456')
extract(HOUR FROM TIME '10:20:30'), extract(SECOND FROM TIME '10:20:30.9')
extract(DAY FROM TIME '10:20:30')
day(TIME '10:20:30')
date_diff('hour', TIME '10:00:00', TIME '12:00:00')
from_iso8601_timestamp('2024-01-01 09:00:00')
from_iso8601_timestamp('2024-01-01T09:00:00+02:00')
time '10:00:00' < TIME '11:00:00', TIME '10:00:00' = TIME '10:00:00.000'
CAST(TIME '10:20:30.456' AS varchar), CAST('10:20:30' AS time)
TIME '10:20:30' + INTERVAL '1' HOUR
TIME '10:20:30' - TIME '09:00:00'
date_trunc('hour', TIME '10:20:30')
date_add('minute', 5, TIME '10:20:30')
SELECT max(x) FROM (VALUES TIME '10:00:00', TIME '11:00:00') t(x)
extract(TIMEZONE_HOUR FROM TIMESTAMP '2024-07-01 00:00 America/New_York'), extract(TIMEZONE_MINUTE FROM TIMESTAMP '2024-07-01 00:00 Asia/Kolkata')
day_of_week(DATE '2024-02-29'), dow(DATE '2024-02-29'), day_of_year(DATE '2024-02-29'), doy(DATE '2024-02-29'), week_of_year(DATE '2024-02-29'), year_of_week(DATE '2024-12-30'), yow(DATE '2024-12-30'), day_of_month(DATE '2024-02-29'), quarter(DATE '2024-02-29')
contains_sequence(ARRAY[1, 2, 3], ARRAY[2, 3]), contains_sequence(ARRAY[1, 2, 3], ARRAY[1, 3]), contains_sequence(ARRAY[1, 2], ARRAY[1, 2, 3]), contains_sequence(ARRAY[1, NULL, 3], ARRAY[NULL, 3])
contains_sequence(ARRAY[1], CAST(ARRAY[] AS array(integer))), contains_sequence(CAST(ARRAY[] AS array(integer)), CAST(ARRAY[] AS array(integer))), contains_sequence(NULL, ARRAY[1])
contains_sequence(ARRAY[nan(), 1e0], ARRAY[nan()]), contains_sequence(ARRAY['a', 'b'], ARRAY['b'])
array_histogram(ARRAY[1, 1, NULL, 2]), array_histogram(CAST(ARRAY[] AS array(varchar))), array_histogram(CAST(NULL AS array(varchar))), array_histogram(ARRAY['b', 'a', 'b'])
array_histogram(ARRAY[nan(), nan()]), array_histogram(ARRAY[0e0, -0e0])
TIME '10:20', TIME '10:20:30', TIME '10:20:30.4', TIME '10:20:30.456789', typeof(TIME '1:20')
TIME '25:00:00'
TIME '10:20:30' + INTERVAL '1' HOUR, TIME '23:30:00' + INTERVAL '1' HOUR, TIME '00:30:00' - INTERVAL '1' HOUR, TIME '10:20:30.456789' + INTERVAL '0.001' SECOND
TIME '10:20:30' + INTERVAL '1' MONTH
INTERVAL '1' DAY + TIME '10:20:30'
TIME '10:20:30' - TIME '09:00:00', TIME '09:00:00' - TIME '10:20:30.5'
date_add('minute', 5, TIME '10:20:30'), date_add('hour', 20, TIME '10:20:30.5'), date_add('second', -1, TIME '00:00:00'), date_add('millisecond', 1, TIME '00:00:00.000')
date_add('millisecond', 1, TIME '00:00:00')
date_add('day', 1, TIME '00:00:00')
date_diff('hour', TIME '10:00:00', TIME '12:59:00'), date_diff('minute', TIME '12:00:00', TIME '10:30:30'), date_diff('second', TIME '00:00:00', TIME '00:00:01.999')
date_diff('day', TIME '10:00:00', TIME '12:59:00')
date_trunc('hour', TIME '10:20:30'), date_trunc('minute', TIME '10:20:30.999'), date_trunc('second', TIME '10:20:30.999')
date_trunc('day', TIME '10:20:30')
CAST(TIME '10:20:30.456' AS varchar), CAST(TIME '10:20:30' AS varchar), CAST('10:20:30.4567' AS time(3)), CAST('10:20:30' AS time), CAST('1:2' AS time(0))
CAST('10:20:30' AS time(6)), CAST(TIME '10:20:30.456' AS time(0)), CAST(TIME '23:59:59.999' AS time(0)), CAST(TIME '10:20:30' AS time(3))
CAST(TIMESTAMP '2024-02-29 10:20:30.556' AS time), CAST(TIMESTAMP '2024-02-29 10:20:30.556' AS time(0)), CAST(TIMESTAMP '2024-02-29 23:59:59.999' AS time(0))
CAST(TIMESTAMP '2024-02-29 10:20:30.556 Asia/Tokyo' AS time(1))
SELECT max(x), min(x), count(DISTINCT x) FROM (VALUES TIME '10:00:00', TIME '11:00:00.5') t(x)
SELECT x FROM (VALUES TIME '10:00:00', TIME '11:00:00.5') t(x) WHERE x > TIME '10:30' ORDER BY x
coalesce(TIME '10:00:00', TIME '11:00:00.5'), ARRAY[TIME '10:00:00', TIME '11:00:00.25']
CAST('x' AS time)
CAST(DATE '2024-02-29' AS time)
extract(TIMEZONE_HOUR FROM TIMESTAMP '2024-07-01 00:00')
-- constructs
SELECT x, sum(x) OVER (ORDER BY x RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES 1, 2, 4) t(x) ORDER BY x
SELECT x, sum(x) OVER (ORDER BY x GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1, 1, 2, 4) t(x) ORDER BY x
SELECT d, count(*) OVER (ORDER BY d RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW) FROM (VALUES DATE '2024-01-01', DATE '2024-01-02', DATE '2024-01-05') t(d) ORDER BY d
SELECT d, count(*) OVER (ORDER BY d RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND INTERVAL '1' DAY FOLLOWING) FROM (VALUES TIMESTAMP '2024-01-31 00:00:00', TIMESTAMP '2024-02-29 00:00:00', TIMESTAMP '2024-03-01 00:00:00') t(d) ORDER BY d
SELECT x, first_value(x) OVER w, last_value(x) OVER w, nth_value(x, 2) OVER w FROM (VALUES 1, 2, 3) t(x) WINDOW w AS (ORDER BY x ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) ORDER BY x
SELECT x, ntile(2) OVER (ORDER BY x), percent_rank() OVER (ORDER BY x), cume_dist() OVER (ORDER BY x), dense_rank() OVER (ORDER BY x) FROM (VALUES 1, 2, 2, 3) t(x) ORDER BY x
SELECT x, lag(x, 2, -1) OVER (ORDER BY x), lead(x, 1) IGNORE NULLS OVER (ORDER BY x) FROM (VALUES 1, 2, NULL, 3) t(x) ORDER BY x
SELECT a, b, sum(c) FROM (VALUES ('x', 1, 10), ('x', 2, 20), ('y', 1, 30)) t(a, b, c) GROUP BY GROUPING SETS ((a, b), (a), ()) ORDER BY 1 NULLS LAST, 2 NULLS LAST
SELECT a, b, grouping(a, b), count(*) FROM (VALUES ('x', 1), ('y', 2)) t(a, b) GROUP BY CUBE (a, b) ORDER BY 3, 1, 2
SELECT a, sum(c) FILTER (WHERE b > 1), count(DISTINCT b), array_agg(c ORDER BY c DESC) FROM (VALUES ('x', 1, 10), ('x', 2, 20)) t(a, b, c) GROUP BY a
SELECT reduce(ARRAY[1, 2, 3], 0, (s, x) -> s + x, s -> s * 10), transform(ARRAY[1, 2], x -> ROW(x, x * 2)), zip_with(ARRAY[1, 2], ARRAY['a', 'b'], (x, y) -> y || CAST(x AS varchar))
SELECT json_extract('{"a": [1, {"b": "x"}]}', '$.a[1].b'), json_extract_scalar('{"a": [1, {"b": "x"}]}', '$.a[1].b'), json_array_length('[1, 2]'), json_format(JSON '{"a": 1}'), CAST(JSON '{"a": 1}' AS map(varchar, integer))
SELECT * FROM (VALUES 1, 2) t(x) CROSS JOIN UNNEST(ARRAY[x, x + 1]) WITH ORDINALITY AS u(e, i) ORDER BY 1, 3
SELECT * FROM (VALUES 1, 2) t(x) LEFT JOIN UNNEST(if(x = 1, ARRAY[5])) AS u(e) ON true ORDER BY 1
SELECT * FROM UNNEST(ARRAY[1, 2], ARRAY['a']) AS u(a, b)
SELECT k, v FROM UNNEST(MAP(ARRAY['a', 'b'], ARRAY[1, 2])) AS u(k, v) ORDER BY k
SELECT * FROM (VALUES 1, 2) t(x) CROSS JOIN LATERAL (SELECT x * 2 AS y) l ORDER BY 1
SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t(id, name) JOIN (VALUES (1, 10), (3, 30)) AS u(id, v) USING (id)
SELECT * FROM (VALUES 1, 2) a(x) NATURAL JOIN (VALUES 1, 3) b(x)
SELECT * FROM (VALUES 1, 2) a(x) FULL OUTER JOIN (VALUES 2, 3) b(y) ON x = y ORDER BY 1, 2
SELECT x FROM (VALUES 3, 1, 2) t(x) ORDER BY x OFFSET 1 ROWS FETCH FIRST 1 ROW ONLY
SELECT try(CAST('x' AS integer)), try_cast('x' AS double), try(1 / 0), coalesce(try(json_parse('{')), JSON '1')
SELECT TIMESTAMP '2024-03-10 01:30:00 America/New_York' + INTERVAL '1' HOUR, TIMESTAMP '2024-03-10 01:30:00 America/New_York' AT TIME ZONE 'UTC'
SELECT date_diff('day', TIMESTAMP '2024-03-09 12:00:00 America/New_York', TIMESTAMP '2024-03-10 12:00:00 America/New_York'), date_add('day', 1, TIMESTAMP '2024-03-09 12:00:00 America/New_York')
SELECT format_datetime(TIMESTAMP '2024-02-29 12:34:56', 'YYYY-MM-dd HH:mm:ss'), date_format(TIMESTAMP '2024-02-29 12:34:56', '%Y-%m-%d %H:%i:%s'), to_iso8601(DATE '2024-02-29'), human_readable_seconds(3661)
SELECT regexp_extract_all('1a 2b 14m', '(\d+)([a-z]+)', 2), regexp_replace('abc', '(b)', x -> upper(x[1])), regexp_split('a1b2', '\d'), regexp_count('aba', 'a'), regexp_position('abc', 'c')
SELECT listagg(x, ',') WITHIN GROUP (ORDER BY x DESC), listagg(DISTINCT x, ',') WITHIN GROUP (ORDER BY x) FROM (VALUES 'a', 'b', 'a') t(x)
SELECT CAST(ROW(1, 'a') AS row(x integer, y varchar)).x, ROW(1, 2)[2], CAST(MAP(ARRAY['a'], ARRAY[1]) AS json), CAST(ARRAY[1, NULL] AS json)
SELECT CAST('1' AS decimal(10, 2)) * 3, DECIMAL '1.10' / 3, CAST(DECIMAL '1.005' AS decimal(3, 2)), round(DECIMAL '2.345', 2), DECIMAL '10' % 3
SELECT CASE WHEN x IN (SELECT y FROM (VALUES 1) u(y)) THEN 'in' ELSE 'out' END FROM (VALUES 1, 2) t(x)
SELECT x, EXISTS (SELECT 1 FROM (VALUES 1) u(y) WHERE y = x) FROM (VALUES 1, 2) t(x)
SELECT * FROM (SELECT x, row_number() OVER (PARTITION BY x % 2 ORDER BY x DESC) AS rn FROM (VALUES 1, 2, 3) t(x)) WHERE rn = 1 ORDER BY x
SELECT a.*, b.y FROM (VALUES 1) a(x), (VALUES 2) b(y) WHERE a.x < b.y
SELECT flatten(ARRAY[ARRAY[1], ARRAY[2]]), array_sort(ARRAY[3, 1, 2], (a, b) -> if(a < b, 1, if(a > b, -1, 0))), slice(ARRAY[1, 2, 3], 2, 2), array_histogram(ARRAY[1, 1])
SELECT count(*) FROM (VALUES 1) t(x) TABLESAMPLE SYSTEM (100)
SELECT x FROM (VALUES 1, 2) t(x) EXCEPT SELECT 1 INTERSECT SELECT 1
SELECT DISTINCT ON (x) x FROM (VALUES 1) t(x)
TABLE x
SELECT all_match(ARRAY[1, 2], x -> x > 0), any_match(ARRAY[1], x -> x > 1), none_match(ARRAY[1], x -> x > 1), array_join(ARRAY[1, NULL], ',', 'n'), contains_sequence(ARRAY[1, 2, 3], ARRAY[2, 3])
SELECT x.a.b, x.a['b'] FROM (VALUES CAST(ROW(ROW(1)) AS row(a row(b integer)))) t(x)
SELECT "x" FROM (VALUES 1) t("X")
SELECT 1 AS "a b", 'it''s', U&'\0061', X'0a', DECIMAL '.5', DECIMAL '1.', 1e3, 0x1F, 1_000
SELECT EXTRACT(DAY_OF_WEEK FROM DATE '2024-02-29'), EXTRACT(YEAR_OF_WEEK FROM DATE '2024-02-29')
SELECT sum(sum(x)) OVER (), rank() OVER (ORDER BY sum(x)) FROM (VALUES 1, 2) t(x) GROUP BY x ORDER BY 2
SELECT x FROM (VALUES 1) t(x) GROUP BY ALL x
SELECT at_timezone(now(), 'UTC') IS NOT NULL, with_timezone(TIMESTAMP '2024-01-01 00:00:00', 'Asia/Tokyo'), current_timezone()
SELECT x FROM (VALUES 1) t(x) WHERE x = ANY (VALUES 1, 2) AND x <> ALL (VALUES 3)
SELECT (1, 2) = (1, 2), (1, 2) IN ((1, 2)), ROW(1, NULL) = ROW(1, NULL), (1, 'a') < (1, 'b')
SELECT count(*) OVER (PARTITION BY x ORDER BY y ROWS 1 PRECEDING) FROM (VALUES (1, 1), (1, 2)) t(x, y)
SELECT sum(x) OVER (ORDER BY x RANGE 1 PRECEDING) FROM (VALUES DECIMAL '1.5', DECIMAL '2.5', 9) t(x) ORDER BY 1
SELECT sum(x) OVER (ORDER BY x RANGE BETWEEN 1e0 PRECEDING AND 0.5e0 FOLLOWING) FROM (VALUES 1.5e0, 2.5e0, nan()) t(x) ORDER BY 1
SELECT sum(1) OVER (ORDER BY x DESC RANGE BETWEEN INTERVAL '2' HOUR PRECEDING AND CURRENT ROW) FROM (VALUES TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-01-01 01:00:00') t(x)
SELECT sum(1) OVER (ORDER BY x RANGE BETWEEN INTERVAL '2' HOUR PRECEDING AND CURRENT ROW) FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 UTC', TIMESTAMP '2024-01-01 01:00:00 UTC') t(x)
SELECT x, sum(x) OVER (ORDER BY x ROWS BETWEEN y PRECEDING AND CURRENT ROW) FROM (VALUES (1, 0), (2, 1), (3, 2)) t(x, y) ORDER BY x
SELECT x, sum(x) OVER (ORDER BY x RANGE BETWEEN y PRECEDING AND CURRENT ROW) FROM (VALUES (1, 0), (2, 1), (3, 2)) t(x, y) ORDER BY x
human_readable_seconds(-1.7976931348623157e308), human_readable_seconds(96), human_readable_seconds(3762), human_readable_seconds(56363463), human_readable_seconds(0)
substr(X'616263', 2147483648), substr(X'616263', 1, 9223372036854775807), substr(X'616263', -9223372036854775807), substr(X'616263', 9223372036854775807, 1), substr(X'616263', 2, 1), substr(X'616263', -2)
SELECT i, count(*) OVER (ORDER BY x RANGE BETWEEN INTERVAL '36' HOUR PRECEDING AND CURRENT ROW) FROM (VALUES (0, DATE '2024-11-03'), (1, DATE '1969-12-31')) t(i, x)
SELECT i, count(*) OVER (ORDER BY x DESC RANGE BETWEEN CURRENT ROW AND INTERVAL '1' DAY FOLLOWING) FROM (VALUES (0, DATE '2024-11-03'), (1, DATE '2024-11-02')) t(i, x) ORDER BY i
-- times with zones of their own
TIMESTAMP '2024-01-31 10:00:00.123 +05:30'
CAST(TIMESTAMP '2024-01-31 10:00:00.123 +05:30' AS varchar), CAST(TIMESTAMP '2024-01-31 10:00:00.123 -03:45' AS timestamp), date(TIMESTAMP '2024-01-31 02:00:00.123 +05:30')
SELECT x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC', NULL, TIMESTAMP '2023-12-31 18:30:00 UTC') t(x)
SELECT x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC', NULL, TIMESTAMP '2023-12-31 18:30:00 UTC') t(x) ORDER BY x
SELECT DISTINCT x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC', NULL, TIMESTAMP '2023-12-31 18:30:00 UTC') t(x) ORDER BY x
SELECT x, count(*) FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC', NULL, TIMESTAMP '2023-12-31 18:30:00 UTC') t(x) GROUP BY x ORDER BY x
SELECT min(x), max(x), count(DISTINCT x) FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC', NULL, TIMESTAMP '2023-12-31 18:30:00 UTC') t(x)
greatest(TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2023-12-31 18:30:00 UTC'), least(TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2023-12-31 18:30:00 UTC')
greatest(TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2024-12-31 18:30:00 UTC'), least(TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2023-12-31 18:30:01 UTC')
SELECT CAST(x AS timestamp with time zone) FROM (VALUES '2024-01-01 00:00:00 +05:30', '2024-01-01', '2024-01-01 10:00:00.1234 Asia/Tokyo', NULL) t(x)
SELECT CAST(x AS timestamp(6) with time zone) FROM (VALUES '2024-01-01 00:00:00 +05:30', '2024-01-01 10:00:00.123456 America/New_York') t(x)
SELECT TRY_CAST(x AS timestamp with time zone) FROM (VALUES '2024-01-01 00:00:00 +05:30', 'nope', '') t(x)
SELECT CAST(x AS timestamp with time zone) FROM (VALUES 'nope') t(x)
SELECT at_timezone(TIMESTAMP '2024-01-01 00:00:00 UTC', z) FROM (VALUES 'Asia/Tokyo', '+05:30', 'UTC', NULL) t(z)
SELECT TIMESTAMP '2024-01-01 00:00:00 UTC' AT TIME ZONE 'Asia/Kolkata', TIMESTAMP '2024-01-01 00:00:00 UTC' AT TIME ZONE '+05:30'
SELECT TIMESTAMP '2024-01-01 00:00:00 UTC' AT TIME ZONE INTERVAL '5' HOUR, TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE INTERVAL '-5:30' HOUR TO MINUTE
SELECT with_timezone(TIMESTAMP '2024-01-01 00:00:00', z) FROM (VALUES 'Asia/Tokyo', '+05:30', 'UTC', NULL) t(z)
SELECT from_unixtime(0, z) FROM (VALUES 'Asia/Tokyo', '+05:30', 'UTC', NULL) t(z)
SELECT from_unixtime(0, h, m) FROM (VALUES (5, 30), (-5, -30), (0, 0), (14, 0)) t(h, m)
from_unixtime(0, 5, 30), from_unixtime(0, -3, -30)
SELECT from_iso8601_timestamp(x) FROM (VALUES '2024-01-01T00:00:00+05:30', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00-08:00', '2024-01-01') t(x)
SELECT parse_datetime(x, 'yyyy-MM-dd HH:mm Z') FROM (VALUES '2024-01-01 00:00 +0530', '2024-01-01 00:00 +0000') t(x)
SELECT at_timezone(TIMESTAMP '2024-01-01 00:00:00 UTC', z) FROM (VALUES 'Nowhere/X') t(z)
SELECT x FROM (SELECT TIMESTAMP '2024-01-01 00:00:00 +05:30' x UNION ALL SELECT TIMESTAMP '2024-01-01 00:00:00 UTC') ORDER BY x
SELECT x FROM (SELECT TIMESTAMP '2024-01-01 00:00:00 +05:30' x UNION SELECT TIMESTAMP '2023-12-31 18:30:00 UTC') ORDER BY x
SELECT TIMESTAMP '2024-01-01 00:00:00 +05:30' EXCEPT SELECT TIMESTAMP '2023-12-31 18:30:00 UTC'
SELECT TIMESTAMP '2024-01-01 00:00:00 +05:30' INTERSECT SELECT TIMESTAMP '2023-12-31 18:30:00 UTC'
SELECT date_diff('day', x, y), date_diff('hour', x, y), date_diff('month', x, y) FROM (VALUES (TIMESTAMP '2024-01-01 00:00:00 -03:30', TIMESTAMP '2024-07-01 00:00:00 Europe/Berlin'), (TIMESTAMP '2024-01-01 00:00:00 Asia/Tokyo', TIMESTAMP '2024-07-01 00:00:00 UTC')) t(x, y)
SELECT max_by(x, x), min_by(y, x), lag(x) OVER (ORDER BY x) FROM (VALUES (TIMESTAMP '2024-01-01 00:00:00 +05:30', 1), (TIMESTAMP '2024-01-01 00:00:00 UTC', 2)) t(x, y) GROUP BY x
SELECT rank() OVER (PARTITION BY x ORDER BY y), x, y FROM (VALUES (TIMESTAMP '2024-01-01 00:00:00 +05:30', 1), (TIMESTAMP '2023-12-31 18:30:00 UTC', 2)) t(x, y) ORDER BY y
SELECT x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC') a(x) JOIN (VALUES TIMESTAMP '2023-12-31 18:30:00 UTC', TIMESTAMP '2024-01-01 00:00:00 -01:00') b(x) USING (x)
SELECT x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC') a(x) WHERE x IN (SELECT TIMESTAMP '2023-12-31 18:30:00 UTC')
SELECT x IN (TIMESTAMP '2023-12-31 18:30:00 UTC'), x BETWEEN TIMESTAMP '2023-12-31 18:30:00 UTC' AND TIMESTAMP '2023-12-31 18:30:00 Asia/Tokyo', nullif(x, TIMESTAMP '2023-12-31 18:30:00 UTC'), x IS DISTINCT FROM TIMESTAMP '2023-12-31 18:30:00 UTC', x - TIMESTAMP '2023-12-31 18:30:00 UTC' FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC') a(x)
ROW(TIMESTAMP '2024-01-01 00:00:00 +05:30', 1) = ROW(TIMESTAMP '2023-12-31 18:30:00 UTC', 1)
SELECT typeof(x), x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00.12 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC') a(x)
SELECT CAST(x AS timestamp(0) with time zone), CAST(x AS timestamp(6) with time zone) FROM (VALUES TIMESTAMP '2024-01-01 00:00:00.52 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC') a(x)
SELECT CAST(x AS time), last_day_of_month(x), millisecond(x), week(x), day_of_week(x) FROM (VALUES TIMESTAMP '2024-01-01 00:00:00.12 +05:30', TIMESTAMP '2024-02-01 00:00:00 UTC') a(x)
SELECT x FROM UNNEST(ARRAY[TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2024-01-01 00:00:00 UTC']) t(x)
SELECT CASE WHEN y = 1 THEN x ELSE x AT TIME ZONE '+05:30' END FROM (VALUES (TIMESTAMP '2024-01-01 00:00:00 UTC', 1), (TIMESTAMP '2024-01-01 00:00:00 UTC', 2)) t(x, y)
TIMESTAMP '2024-01-01 00:00:00 +14:00', TIMESTAMP '2024-01-01 00:00:00 -14:00'
TIMESTAMP '2024-01-01 00:00:00 +14:30'
TIMESTAMP '2024-01-01 00:00:00 +05'
TIMESTAMP '2024-01-01 00:00:00 +0530'
at_timezone(TIMESTAMP '2024-01-01 00:00:00 UTC', '+00:00'), at_timezone(TIMESTAMP '2024-01-01 00:00:00 UTC', 'GMT'), at_timezone(TIMESTAMP '2024-01-01 00:00:00 UTC', 'Z')
SELECT date_trunc('hour', x), date_trunc('minute', x), date_add('hour', 1, x), date_add('day', 1, x) FROM (VALUES TIMESTAMP '2024-01-01 00:15:00 +05:30', TIMESTAMP '2024-03-10 01:00:00 America/New_York') a(x)
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'UTC+05:30'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'GMT+5'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'UT-3'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'Etc/GMT-5'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'Etc/GMT-14'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'Etc/UTC'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'Zulu'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'asia/kolkata'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'ASIA/KOLKATA'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'EST'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'PST'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'IST'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE '5:30'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE '+5:30'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE '+530'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE '+05:30:15'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE '+15:00'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE '+14:01'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE '-14:00'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE ''
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE '+05:75'
TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'Asia/Calcutta'
TIMESTAMP '2024-01-01 00:00:00+05:30'
TIMESTAMP '2024-01-01 00:00:00 UTC+05:30'
TIMESTAMP '2024-01-01 00:00:00 asia/kolkata'
TIMESTAMP '2024-01-01 +05:30'
TIMESTAMP '2024-01-01 10:00 +05:30'
TIMESTAMP '2024-01-01T10:00:00Z'
TIMESTAMP '2024-01-01 10:00:00 GMT'
date_diff('day', TIMESTAMP '2024-01-01 00:00:00.000', TIMESTAMP '2024-01-01 00:00:00')
timezone_hour(TIMESTAMP '2024-01-01 00:00:00 -03:30'), timezone_minute(TIMESTAMP '2024-01-01 00:00:00 -03:30')
from_unixtime(0, 'Nope')
from_unixtime(0, 15, 0)
from_unixtime(0, 5, 75)
from_unixtime(0, -5, 30)
SELECT with_timezone(TIMESTAMP '2024-01-01 00:00:00', 'Nope')
SELECT with_timezone(TIMESTAMP '2024-03-10 02:30:00', 'America/New_York')
CAST('2024-01-01 00:00:00 Nope/Zone' AS timestamp with time zone)
CAST('' AS timestamp with time zone)
CAST('2024-01-01 10:00:00 +05:30' AS timestamp)
CAST('2024-01-01 00:00:00 +15:00' AS timestamp with time zone)
CAST(x AS time) FROM (VALUES '10:00:00', '25:00') t(x)
SELECT CAST(x AS time) FROM (VALUES '10:00:00', '10:00:01.5', '1:2', '10:00:00.123456789') t(x)
SELECT CAST(x AS time) FROM (VALUES '25:00') t(x)
SELECT TRY_CAST(x AS time(6)) FROM (VALUES '25:00', '10:00:00.1234567', 'a') t(x)
CAST(ARRAY['2024-01-01 00:00:00 +05:30'] AS array(timestamp with time zone))
CAST(ARRAY['10:00'] AS array(time))
CAST('2024-11-03 01:30:00 America/New_York' AS timestamp with time zone)
SELECT CAST(x AS timestamp with time zone) FROM (VALUES '2024-11-03 01:30:00 America/New_York', '2024-03-10 02:30:00 America/New_York') t(x)
SELECT CAST(x AS timestamp with time zone) FROM (VALUES '2024-11-03 01:30:00 America/New_York', '2024-03-10 01:30:00 America/New_York') t(x)
-- arrays, rows and maps compared and ordered
ARRAY[1,2] < ARRAY[1,3], ARRAY[1] < ARRAY[1,2], ARRAY[] < ARRAY[1], ARRAY[2] > ARRAY[1,5], ARRAY[1,2] <= ARRAY[1,2], ARRAY[ARRAY[1]] < ARRAY[ARRAY[2]]
ARRAY[1,NULL] < ARRAY[2,1]
ARRAY[1,NULL] < ARRAY[1,1]
ARRAY[1,1] < ARRAY[1,NULL]
ARRAY[1,NULL] < ARRAY[1]
ARRAY[NULL] = ARRAY[NULL]
ARRAY[NULL,1] = ARRAY[NULL,2], ARRAY[1,NULL] <> ARRAY[1,2], ARRAY[1] IS DISTINCT FROM ARRAY[NULL], ARRAY[NULL] IS DISTINCT FROM ARRAY[NULL]
ARRAY[nan()] < ARRAY[1e0], ARRAY[1e0] < ARRAY[nan()], ARRAY[nan()] < ARRAY[nan()], ARRAY[nan()] <= ARRAY[nan()], ARRAY[nan()] = ARRAY[nan()], ARRAY[nan()] > ARRAY[1e0], ARRAY[nan()] IS DISTINCT FROM ARRAY[nan()]
ROW(1, 2) < ROW(1, 3), ROW(1, 'b') > ROW(1, 'a'), ROW(1, nan()) < ROW(1, 1e0), ROW(1, nan()) > ROW(1, 1e0), ROW(2, 1) >= ROW(1, 9)
ROW(1, NULL) < ROW(2, 1)
ROW(1, NULL) < ROW(1, 1)
ROW(NULL, 1) < ROW(NULL, 1)
MAP(ARRAY[1],ARRAY[2]) = MAP(ARRAY[1],ARRAY[2]), MAP(ARRAY[1,2],ARRAY[2,3]) = MAP(ARRAY[2,1],ARRAY[3,2]), MAP(ARRAY[1],ARRAY[NULL]) = MAP(ARRAY[1],ARRAY[2]), MAP(ARRAY[1],ARRAY[2]) IS DISTINCT FROM MAP(ARRAY[1],ARRAY[2])
MAP(ARRAY[1],ARRAY[2]) < MAP(ARRAY[1],ARRAY[2])
MAP(ARRAY[1],ARRAY[2]) BETWEEN MAP(ARRAY[1],ARRAY[2]) AND MAP(ARRAY[1],ARRAY[2])
greatest(ARRAY[1,2], ARRAY[1,3]), least(ARRAY[1,2], ARRAY[1,3]), greatest(ROW(1,2), ROW(1,3)), greatest(ARRAY[1], NULL)
greatest(ARRAY[nan()], ARRAY[1e0]), least(ARRAY[nan()], ARRAY[1e0]), greatest(ROW(nan()), ROW(1e0)), greatest(ARRAY[nan()], ARRAY[nan()])
greatest(ARRAY[1,NULL], ARRAY[2,3])
greatest(ARRAY[1,NULL], ARRAY[1,3])
greatest(ARRAY[1,NULL], NULL), least(NULL, ARRAY[1, NULL])
greatest(ROW(1,NULL), ROW(2,3))
greatest(ROW(1,NULL), ROW(1,3))
greatest(MAP(ARRAY[1],ARRAY[2]), MAP(ARRAY[1],ARRAY[2]))
SELECT max(x), min(x) FROM (VALUES ARRAY[1,2], ARRAY[1], ARRAY[1,3], NULL) t(x)
SELECT max(x) FROM (VALUES ARRAY[1,NULL], ARRAY[1,1]) t(x)
SELECT max(x), min(x) FROM (VALUES ARRAY[nan()], ARRAY[1e0]) t(x)
SELECT max(x), min(x) FROM (VALUES ROW(1,2), ROW(1,3)) t(x)
SELECT max(x), min(x) FROM (VALUES ROW(1,nan()), ROW(1,3e0)) t(x)
SELECT max(x) FROM (VALUES MAP(ARRAY[1],ARRAY[2])) t(x)
SELECT max_by(y, x), min_by(y, x) FROM (VALUES (ARRAY[1,2], 1), (ARRAY[1,3], 2), (NULL, 3)) t(x, y)
SELECT max_by(y, x), min_by(y, x) FROM (VALUES (ARRAY[nan()], 1), (ARRAY[1e0], 2), (NULL, 3)) t(x, y)
SELECT max_by(y, x) FROM (VALUES (ARRAY[1,NULL], 1), (ARRAY[1,3], 2), (NULL, 3)) t(x, y)
SELECT max_by(x, y), min_by(x, y) FROM (VALUES (ARRAY[1,2], 1), (ARRAY[1,3], 2), (NULL, 3)) t(x, y)
SELECT max(x, 2), min(x, 2) FROM (VALUES ARRAY[1,2], ARRAY[1], ARRAY[1,3], NULL) t(x)
SELECT x FROM (VALUES ARRAY[1,2], ARRAY[1], ARRAY[1,3], NULL) t(x) ORDER BY x
SELECT x FROM (VALUES ARRAY[1,2], ARRAY[1], ARRAY[1,3], NULL) t(x) ORDER BY x DESC
SELECT x FROM (VALUES ARRAY[1,NULL], ARRAY[1,1]) t(x) ORDER BY x
SELECT x FROM (VALUES ARRAY[nan()], ARRAY[1e0], ARRAY[infinity()]) t(x) ORDER BY x
SELECT x FROM (VALUES ROW(1,nan()), ROW(1,1e0), ROW(0, infinity())) t(x) ORDER BY x DESC
SELECT x FROM (VALUES ARRAY[ARRAY[2]], ARRAY[ARRAY[1,2]], ARRAY[ARRAY[1]]) t(x) ORDER BY x
SELECT x FROM (VALUES ROW(1, ROW(2)), ROW(1, ROW(1))) t(x) ORDER BY x
SELECT x FROM (VALUES ROW(1, NULL), ROW(1, 1)) t(x) ORDER BY x
SELECT DISTINCT x FROM (VALUES ARRAY[1,2], ARRAY[1], ARRAY[1,2], NULL, NULL, ARRAY[NULL], ARRAY[NULL]) t(x) ORDER BY x
SELECT DISTINCT x FROM (VALUES ARRAY[1,2], ARRAY[1], ARRAY[1,2]) t(x) ORDER BY x
SELECT DISTINCT x FROM (VALUES MAP(ARRAY[1,2],ARRAY[2,3]), MAP(ARRAY[2,1],ARRAY[3,2])) t(x)
SELECT x, count(*) FROM (VALUES MAP(ARRAY[1,2],ARRAY[2,3]), MAP(ARRAY[2,1],ARRAY[3,2])) t(x) GROUP BY x
SELECT count(DISTINCT x) FROM (VALUES MAP(ARRAY[1,2],ARRAY[2,3]), MAP(ARRAY[2,1],ARRAY[3,2])) t(x)
SELECT count(DISTINCT x) FROM (VALUES ARRAY[1], ARRAY[2], ARRAY[1], ARRAY[NULL], NULL) t(x)
SELECT x, count(*) FROM (VALUES ROW(1, nan()), ROW(1, nan()), ROW(1, NULL)) t(x) GROUP BY x
array_sort(ARRAY[ARRAY[2], ARRAY[1,2], ARRAY[1]]), array_max(ARRAY[ARRAY[2], ARRAY[1,2], ARRAY[1]]), array_min(ARRAY[ARRAY[2], ARRAY[1,2], ARRAY[1]])
array_sort(ARRAY[ROW(2, 'a'), ROW(1, 'b'), NULL]), array_max(ARRAY[ROW(2, 'a'), ROW(1, 'b')]), array_min(ARRAY[ROW(2, 'a'), ROW(1, 'b'), NULL])
array_sort(ARRAY[ARRAY[2, NULL], ARRAY[1,2]])
array_sort(ARRAY[ARRAY[1, NULL], ARRAY[1,2]])
array_sort(ARRAY[ARRAY[NULL]])
array_max(ARRAY[ARRAY[2, NULL], ARRAY[1,2]])
array_max(ARRAY[ARRAY[1, NULL], ARRAY[1,2]])
array_max(ARRAY[ARRAY[nan()], ARRAY[1e0]]), array_min(ARRAY[ARRAY[nan()], ARRAY[1e0]]), array_sort(ARRAY[ARRAY[nan()], ARRAY[1e0]])
array_sort(ARRAY[MAP(ARRAY[1],ARRAY[2])])
array_distinct(ARRAY[ARRAY[1], ARRAY[2], ARRAY[1], NULL, NULL, ARRAY[NULL], ARRAY[NULL]])
array_distinct(ARRAY[MAP(ARRAY[1,2],ARRAY[2,3]), MAP(ARRAY[2,1],ARRAY[3,2])])
array_distinct(ARRAY[ROW(1,nan()), ROW(1,nan())])
contains(ARRAY[ARRAY[1], ARRAY[2]], ARRAY[2]), contains(ARRAY[ARRAY[1], NULL], ARRAY[2]), contains(ARRAY[ROW(1,2)], ROW(1,2))
contains(ARRAY[ARRAY[1,NULL], ARRAY[2]], ARRAY[1,NULL])
contains(ARRAY[ARRAY[1,NULL], ARRAY[2]], ARRAY[2])
contains(ARRAY[ARRAY[1,NULL], ARRAY[2]], ARRAY[1,2])
contains(ARRAY[ROW(1,NULL)], ROW(1,2))
contains(ARRAY[ROW(1,NULL)], ROW(2,2))
contains(ARRAY[ROW(1,3)], ROW(1,NULL))
array_position(ARRAY[ARRAY[1], ARRAY[2]], ARRAY[2]), array_position(ARRAY[ROW(1,2)], ROW(1,2)), array_position(ARRAY[ARRAY[1]], ARRAY[9])
array_position(ARRAY[ARRAY[1,NULL], ARRAY[2]], ARRAY[2])
array_position(ARRAY[ARRAY[1,NULL], ARRAY[2]], ARRAY[1,3])
array_position(ARRAY[ARRAY[1,2], ARRAY[2]], ARRAY[1,NULL])
array_union(ARRAY[ARRAY[1], NULL], ARRAY[ARRAY[1], ARRAY[2]]), array_intersect(ARRAY[ARRAY[1], ARRAY[2]], ARRAY[ARRAY[2]]), array_except(ARRAY[ARRAY[1], ARRAY[2], NULL], ARRAY[ARRAY[2]]), arrays_overlap(ARRAY[ARRAY[1]], ARRAY[ARRAY[1], NULL])
array_union(ARRAY[ARRAY[NULL]], ARRAY[ARRAY[NULL]]), array_intersect(ARRAY[ARRAY[NULL]], ARRAY[ARRAY[NULL]]), array_except(ARRAY[ARRAY[NULL]], ARRAY[ARRAY[NULL]])
arrays_overlap(ARRAY[ARRAY[NULL]], ARRAY[ARRAY[NULL]])
arrays_overlap(ARRAY[ROW(1,2)], ARRAY[ROW(1,2)])
arrays_overlap(ARRAY[MAP(ARRAY[1],ARRAY[2])], ARRAY[MAP(ARRAY[1],ARRAY[2])])
array_union(ARRAY[MAP(ARRAY[1],ARRAY[2])], ARRAY[MAP(ARRAY[1],ARRAY[2])])
array_intersect(ARRAY[MAP(ARRAY[1],ARRAY[2])], ARRAY[MAP(ARRAY[1],ARRAY[2])])
array_remove(ARRAY[ARRAY[1], ARRAY[2], NULL], ARRAY[1])
array_remove(ARRAY[ARRAY[1, NULL], ARRAY[2]], ARRAY[2])
array_remove(ARRAY[ARRAY[1, NULL], ARRAY[2]], ARRAY[1, 2])
array_remove(ARRAY[ARRAY[1, 2], ARRAY[2]], ARRAY[1, NULL])
array_remove(ARRAY[ROW(1, NULL)], ROW(1, 2))
contains_sequence(ARRAY[ARRAY[1], ARRAY[2]], ARRAY[ARRAY[2]]), contains_sequence(ARRAY[ARRAY[NULL]], ARRAY[ARRAY[NULL]])
array_histogram(ARRAY[ARRAY[1], ARRAY[1], ARRAY[2]])
ARRAY[1] IN (ARRAY[2], ARRAY[1]), ROW(1,2) IN (ROW(1,2)), ARRAY[1] BETWEEN ARRAY[0] AND ARRAY[1,2]
SELECT ARRAY[1] IN (SELECT ARRAY[1]), ROW(1, 2) IN (SELECT ROW(1, 2))
SELECT x IN (SELECT y FROM (VALUES ARRAY[1,NULL], ARRAY[2]) t(y)) FROM (VALUES ARRAY[2], ARRAY[1,2], ARRAY[5]) t(x)
SELECT ARRAY[1,NULL] IN (SELECT ARRAY[1,NULL])
SELECT ARRAY[1] = ANY (SELECT ARRAY[1]), ARRAY[1] < ALL (SELECT ARRAY[2])
SELECT rank() OVER (ORDER BY x), x FROM (VALUES ARRAY[1,2], ARRAY[1], ARRAY[1,2]) t(x)
SELECT MAP(ARRAY[1,2],ARRAY[2,3]) UNION SELECT MAP(ARRAY[2,1],ARRAY[3,2])
SELECT MAP(ARRAY[1,2],ARRAY[2,3]) EXCEPT SELECT MAP(ARRAY[2,1],ARRAY[3,2])
SELECT a.x FROM (VALUES ARRAY[1], ARRAY[NULL]) a(x) JOIN (VALUES ARRAY[1], ARRAY[NULL]) b(x) ON a.x = b.x
nullif(ARRAY[1], ARRAY[1]), nullif(ROW(1), ROW(2)), CASE ARRAY[1] WHEN ARRAY[1] THEN 'y' END
array_agg(DISTINCT ARRAY[1]), histogram(ARRAY[1]), approx_distinct(ARRAY[1])
SELECT map_agg(x, y), multimap_agg(x, y), histogram(x) FROM (VALUES (ARRAY[1], 1), (ARRAY[1], 2), (ARRAY[2], 3)) t(x, y)
SELECT histogram(x) FROM (VALUES ROW(1,2), ROW(1,2)) t(x)
MAP(ARRAY[ARRAY[1], ARRAY[2]], ARRAY[1, 2])[ARRAY[2]], element_at(MAP(ARRAY[ROW(1,2)], ARRAY[1]), ROW(1,2)), MAP(ARRAY[ARRAY[1], ARRAY[2]], ARRAY[1, 2])
MAP(ARRAY[ARRAY[NULL]], ARRAY[1])
MAP(ARRAY[ARRAY[1], ARRAY[1]], ARRAY[1, 2])
array_sort(ARRAY[ROW(1, NULL), ROW(1, 2)])
array_sort(ARRAY[ROW(3, 1), ROW(1, 2)], (a, b) -> IF(a < b, -1, 1))
max(ROW(1, 2), 1)
SELECT approx_distinct(x) FROM (VALUES ARRAY[1], ARRAY[2]) t(x)
SELECT first_value(x) OVER (ORDER BY x DESC), lag(x) OVER (ORDER BY x) FROM (VALUES ROW(1, 'a'), ROW(1, 'b')) t(x)
SELECT array_agg(x ORDER BY x) FROM (VALUES ROW(1, 'b'), ROW(1, 'a')) t(x)
SELECT max(x), min(x), min(x, 1) FROM (VALUES ROW(ROW(1,2)), ROW(ROW(1,3))) t(x)
SELECT max(x), min(x) FROM (VALUES ROW(ROW(1,nan())), ROW(ROW(1,3e0))) t(x)
SELECT x FROM (VALUES ROW(ROW(1,nan())), ROW(ROW(1,1e0)), ROW(ROW(0, infinity()))) t(x) ORDER BY x DESC
SELECT x FROM (VALUES ROW(ROW(1, ROW(2))), ROW(ROW(1, ROW(1)))) t(x) ORDER BY x
SELECT array_agg(x ORDER BY x) FROM (VALUES ROW(ROW(1, 'b')), ROW(ROW(1, 'a'))) t(x)
SELECT x.a, count(*) FROM (VALUES ROW(CAST(ROW(1, 'b') AS row(a integer, b varchar)))) t(x) GROUP BY x
SELECT x[1], count(*) FROM (VALUES ROW(ROW(1, 'b'))) t(x) GROUP BY x
SELECT x, y, count(*), grouping(x, y) FROM (VALUES (MAP(ARRAY[1],ARRAY[2]), 1), (MAP(ARRAY[1],ARRAY[2]), 2)) t(x, y) GROUP BY GROUPING SETS ((x, y), (x), (y), ()) ORDER BY 4, 2
SELECT element_at(x, 1), count(*) FROM (VALUES MAP(ARRAY[1,2],ARRAY[2,3]), MAP(ARRAY[2,1],ARRAY[3,2])) t(x) GROUP BY x HAVING cardinality(x) = 2
SELECT cardinality(x) + 1, count(*) FROM (VALUES MAP(ARRAY[1,2],ARRAY[2,3]), MAP(ARRAY[2,1],ARRAY[3,2])) t(x) GROUP BY cardinality(x) + 1
SELECT DISTINCT x, y FROM (VALUES (TIMESTAMP '2024-01-01 00:00:00 +05:30', 1), (TIMESTAMP '2023-12-31 18:30:00 UTC', 2), (TIMESTAMP '2023-12-31 18:30:00 UTC', 1)) t(x, y) ORDER BY y, x
SELECT DISTINCT x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2023-12-31 18:30:00 UTC', TIMESTAMP '2023-12-31 18:31:00 UTC') t(x) ORDER BY 1 DESC LIMIT 1
SELECT count(*) FROM (SELECT DISTINCT x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2023-12-31 18:30:00 UTC', TIMESTAMP '2023-12-31 18:31:00 UTC') t(x))
SELECT MAP(ARRAY['a','b'], ARRAY[TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2023-12-31 18:30:00 UTC'])['a']
SELECT approx_distinct(x), arbitrary(y) FROM (VALUES (TIMESTAMP '2024-01-01 00:00:00 +05:30', 1), (TIMESTAMP '2023-12-31 18:30:00 UTC', 1)) t(x, y)
SELECT (SELECT max(x) FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2023-12-31 18:30:00 UTC') t(x))
SELECT x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2023-12-31 18:30:00 UTC') t(x) WHERE x > ALL (SELECT TIMESTAMP '2023-12-31 18:29:00 Asia/Tokyo')
SELECT sum(y) OVER (ORDER BY x RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW) FROM (VALUES (TIMESTAMP '2024-01-01 00:00:00 +05:30', 1), (TIMESTAMP '2023-12-31 18:30:00 UTC', 2), (TIMESTAMP '2023-12-31 19:31:00 UTC', 4)) t(x, y)
SELECT x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2023-12-31 18:30:00 UTC') t(x) ORDER BY date_trunc('day', x), x DESC
SELECT date_trunc('day', x) d, count(*) FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 +05:30', TIMESTAMP '2023-12-31 18:30:00 UTC') t(x) GROUP BY date_trunc('day', x) ORDER BY d
ARRAY[1, 2] < NULL, ROW(1, 2) = NULL, ARRAY[NULL, 1] <> ARRAY[2], ARRAY[] = ARRAY[], ARRAY[] < ARRAY[], ARRAY[ARRAY[NULL]] = ARRAY[ARRAY[1]]
SELECT x < y, x >= y FROM (VALUES (ARRAY[1,2], ARRAY[1,3]), (NULL, ARRAY[1]), (ARRAY[2], ARRAY[1])) t(x, y)
SELECT x FROM (VALUES ARRAY['b'], ARRAY['a', 'z'], ARRAY['a']) t(x) ORDER BY x DESC NULLS FIRST LIMIT 2
(1, 'a') IN ((1, 'a'), (2, 'b')), (1, NULL) IN ((1, 2)), (1, NULL) IN ((2, 2))
SELECT x FROM (VALUES 1, 2) t(x) WHERE (x, x + 1) IN (SELECT 1, 2)
SELECT x FROM (VALUES 1, 2) t(x) WHERE (x, x + 1) IN (SELECT ROW(1, 2))
SELECT x FROM (VALUES 1, 2) t(x) WHERE ROW(x) IN (SELECT 1)
SELECT a.x FROM (VALUES MAP(ARRAY[1],ARRAY[2])) a(x) JOIN (VALUES MAP(ARRAY[1],ARRAY[2])) b(x) ON a.x = b.x
SELECT x FROM (VALUES MAP(ARRAY[1],ARRAY[2])) a(x) WHERE x IN (SELECT MAP(ARRAY[1],ARRAY[2]))
SELECT MAP(ARRAY[1,2],ARRAY[2,3]) INTERSECT SELECT MAP(ARRAY[2,1],ARRAY[3,2])
SELECT max(x), min_by(x, y) OVER (ORDER BY y) FROM (VALUES (ARRAY[1], 1)) t(x, y) GROUP BY x, y
SELECT max(x) OVER (ORDER BY y) FROM (VALUES (ARRAY[1], 1), (ARRAY[0], 2), (ARRAY[3], 3)) t(x, y)
SELECT max(x) FILTER (WHERE y > 1), max(x) FROM (VALUES (ARRAY[5], 1), (ARRAY[0], 2), (ARRAY[3], 3)) t(x, y)
least(ROW(1, 'b'), ROW(1, 'a'), ROW(2, 'a')), greatest(ARRAY['a'], ARRAY['b'], ARRAY['a','c'])
array_max(ARRAY[ARRAY[1], NULL]), array_min(CAST(ARRAY[] AS array(array(integer)))), array_max(ARRAY[ROW(1, 2)])
-- SQL/JSON functions and paths
JSON_EXISTS('{"a": [1,2]}', 'lax $.a[*] ? (@ > 1)')
JSON_VALUE('{"a": 1}', 'lax $.a'), JSON_VALUE('{"a": 1.50}', 'lax $.a'), JSON_VALUE('{"a": 1e3}', 'lax $.a'), JSON_VALUE('{"a": "x"}', 'lax $.a'), JSON_VALUE('{"a": true}', 'lax $.a'), JSON_VALUE('{"a": null}', 'lax $.a'), JSON_VALUE('{"a": 12345678901234567890}', 'lax $.a'), JSON_VALUE('{"a": 1.0}', 'lax $.a'), JSON_VALUE('{"a": -0.0}', 'lax $.a'),JSON_VALUE('{"a": 12345678901}', 'lax $.a')
JSON_VALUE('{"a": 12345678901234567890}', 'lax $.a' ERROR ON ERROR)
JSON_VALUE('{"a": [1]}', 'lax $.a' ERROR ON ERROR)
JSON_VALUE('{"a": [1]}', 'lax $.b' ERROR ON EMPTY)
JSON_VALUE('{"a": [1]}', 'strict $.b' ERROR ON ERROR)
JSON_VALUE('{"a": [1]', 'strict $.b' ERROR ON ERROR)
JSON_VALUE('{"a": "5"}', 'lax $.a' RETURNING integer), JSON_VALUE('{"a": 5.6}', 'lax $.a' RETURNING integer), JSON_VALUE('{"a": "x"}', 'lax $.a' RETURNING integer DEFAULT 7 ON ERROR), JSON_VALUE('{"a": 5}', 'lax $.a' RETURNING double), JSON_VALUE('{"a": "2024-01-01"}', 'lax $.a' RETURNING date), JSON_VALUE('{"a": 5}', 'lax $.a' RETURNING decimal(5,2)), JSON_VALUE('{"a": true}', 'lax $.a' RETURNING boolean), JSON_VALUE('{"a": 1.5}', 'lax $.a' RETURNING varchar(2)), JSON_VALUE('{"a": "2024-01-01 10:00:00"}', 'lax $.a' RETURNING timestamp)
JSON_QUERY('{"a": [1, 2.50, "x", {"b" : null}]}', 'lax $.a'), JSON_QUERY('{"a": "x"}', 'lax $.a'), JSON_QUERY('{"a": "x"}', 'lax $.a' OMIT QUOTES), JSON_QUERY('{"a": "x"}', 'lax $.a' WITH WRAPPER), JSON_QUERY('{"a": ["x"]}', 'lax $.a' WITH CONDITIONAL WRAPPER), JSON_QUERY('{"a": [1,2]}', 'lax $.a[*]' WITH ARRAY WRAPPER)
JSON_QUERY('{"z": 1, "a": 2, "m": 1.0e2, "k": 1e400}', 'lax $')
JSON_QUERY('{"z": 1, "a": 12345678901234567890123, "b": "\u00e9\n/"}', 'lax $')
JSON_QUERY('{"a": [1,2]}', 'lax $.a[*]' ERROR ON ERROR)
JSON_QUERY('{"a": [1,2]}', 'lax $.b' EMPTY ARRAY ON EMPTY), JSON_QUERY('{"a": [1,2]}', 'strict $.b' EMPTY OBJECT ON ERROR)
JSON_OBJECT('a': 1, 'b' : 'x', KEY 'c' VALUE DECIMAL '2.5', 'd' VALUE NULL), JSON_OBJECT(), JSON_OBJECT('a': NULL ABSENT ON NULL), JSON_ARRAY(1, 'x', NULL, 2.5e0), JSON_ARRAY(1, NULL NULL ON NULL), JSON_ARRAY()
JSON_OBJECT('z': 1, 'a' : 2, 'm': 3, 'bb': 4, 'x1': 5, 'foo': 6, 'bar': 7)
JSON_OBJECT('a': DATE '2024-01-01', 'b': TIMESTAMP '2024-01-01 10:00:00', 'c': true, 'd': CAST(DECIMAL '1.5' AS real), 'e': 1e0/3, 'f': 1e20, 'g': nan())
JSON_OBJECT('a': JSON_ARRAY(1,2), 'b': '[1,2]' FORMAT JSON, 'c': JSON_OBJECT('d': 1))
JSON_OBJECT('a': 1, 'a': 2)
JSON_OBJECT('a': 1, 'a': 2 WITH UNIQUE KEYS)
JSON_OBJECT('a': 1, 'b': 2 WITHOUT UNIQUE KEYS RETURNING varbinary FORMAT JSON ENCODING UTF8)
JSON_OBJECT('a': 1 RETURNING varchar(3))
JSON_OBJECT('a': ARRAY[1])
JSON_OBJECT('a': JSON '[1]')
JSON_OBJECT('a': X'01')
JSON_VALUE('[1,2,3]', 'lax $[1]'), JSON_VALUE('[1,2,3]', 'lax $[last]'), JSON_QUERY('[1,2,3]', 'lax $[0 to 1]' WITH WRAPPER), JSON_VALUE('[1,2,3]', 'lax $.size()'), JSON_VALUE('[1,2,3]', 'lax $.type()'), JSON_VALUE('"1.5"', 'lax $.double()'), JSON_VALUE('1.5', 'lax $.ceiling()'), JSON_VALUE('-1.5', 'lax $.floor()'), JSON_VALUE('-1.5', 'lax $.abs()')
JSON_QUERY('{"a": 1, "b": 2}', 'lax $.keyvalue()' WITH WRAPPER)
JSON_QUERY('{"a": 1, "b": {"a": 3}}', 'lax $..a' WITH WRAPPER), JSON_QUERY('{"a": 1, "b": 2}', 'lax $.*' WITH WRAPPER)
JSON_VALUE('{"a": 1}', 'lax $.a + 2'), JSON_VALUE('{"a": 1}', 'lax -$.a'), JSON_VALUE('{"a": 7}', 'lax $.a / 2'), JSON_VALUE('{"a": 7.5}', 'lax $.a * 2'), JSON_VALUE('{"a": 7}', 'lax $.a % 4'), JSON_VALUE('{"a": 1}', 'lax $.a / 0' ERROR ON ERROR)
JSON_VALUE('{"a": 1}', 'lax $x' PASSING 5 AS "x"), JSON_VALUE('{"a": 1}', 'lax $x' PASSING 'abc' AS "x"), JSON_VALUE('{"a": 1}', 'lax $x.a' PASSING '{"a": 3}' FORMAT JSON AS "x")
JSON_VALUE('{"a": 1}', 'lax $x' PASSING 5 AS x)
JSON_VALUE('{"a": 1}', 'lax $X' PASSING 5 AS x)
JSON_VALUE('{"a": 1}', 'lax $.a ? (@ like_regex "x")')
JSON_VALUE('{"a": 1}', 'lax $.a ? (')
JSON_VALUE('{"a": 1}', '$.a')
JSON_VALUE(JSON '{"a": 1}', 'lax $.a')
JSON_VALUE(NULL, 'lax $.a'), JSON_EXISTS(NULL, 'lax $'), JSON_QUERY(NULL, 'lax $')
JSON_VALUE(5, 'lax $.a')
JSON_VALUE('{"a": 1}', 'lax $.a' RETURNING array(integer))
JSON_VALUE('{"a": 1}', 'lax 5' ), JSON_VALUE('{"a": 1}', 'lax "abc"'), JSON_VALUE('{"a": 1}', 'lax 1.50'), JSON_VALUE('{"a": 1}', 'lax 1E1'), JSON_VALUE('{"a": 1}', 'lax true'), JSON_VALUE('{"a": 1}', 'lax null')
SELECT count(*) FROM (VALUES '{"a": [{"b": "xyz"}, {"b": "abc"}]}') t(x) WHERE JSON_EXISTS(x, 'lax $.a ? (@.b starts with "ab")') 
JSON_EXISTS('{"a": [1, "x", null, 2.5, true, [1], {"b": 1}]}', 'lax $.a[*] ? (@ == 1)'), JSON_EXISTS('{"a": [1]}', 'strict $.a ? (@ == 1)'), JSON_QUERY('[1, "x", null, 2.5, true]', 'lax $[*] ? ((@ > 1) is unknown)' WITH WRAPPER), JSON_QUERY('[1, "x", null, 2.5, true]', 'lax $[*] ? (!(@ > 1))' WITH WRAPPER), JSON_QUERY('[1, 2, 3]', 'lax $[*] ? (@ > 1 && @ < 3 || @ == 1)' WITH WRAPPER), JSON_QUERY('[{"a":1}, {"b":2}]', 'lax $[*] ? (exists(@.a))' WITH WRAPPER)
JSON_VALUE('{"a-b": 1, "type": 2}', 'lax $."a-b"'), JSON_VALUE('{"a-b": 1, "type": 2}', 'lax $.type'), JSON_VALUE('{"a_b": 1, "Type": 2}', 'lax $.a_b')
JSON_EXISTS('', 'lax $'), JSON_QUERY('', 'lax $'), JSON_VALUE('', 'lax $')
JSON_QUERY('{"a":1} xyz', 'lax $')
JSON_QUERY('[1,2]]', 'lax $')
JSON_QUERY('1 x', 'lax $')
JSON_QUERY('1x', 'lax $')
JSON_QUERY('  ', 'lax $')
JSON_QUERY('01', 'lax $')
JSON_QUERY('{"a":1,"b":2,"a":3}', 'lax $')
JSON_QUERY('[1,]', 'lax $' ERROR ON ERROR)
JSON_QUERY('NaN', 'lax $' ERROR ON ERROR)
JSON_QUERY('"\u0001\u001f\u007f\u2028"', 'lax $')
JSON_OBJECT('a': DECIMAL '2.50', 'b': DECIMAL '0.0000001', 'c': DECIMAL '0.000001', 'd': DECIMAL '100', 'e': DECIMAL '-0.00000012')
JSON_OBJECT('a': CAST(DECIMAL '1.1' AS real), 'b': -0e0, 'c': infinity(), 'd': CAST(5 AS tinyint), 'e': INTERVAL '1' DAY, 'f': TIME '10:00:00', 'g': NULL)
JSON_OBJECT('a': chr(1) || '"\/é')
JSON_OBJECT('Aa': 1, 'BB': 2, 'C#': 3)
JSON_OBJECT(NULL: 1)
JSON_OBJECT(CAST(NULL AS varchar): 1)
JSON_OBJECT(1: 1)
JSON_OBJECT('a': '[1' FORMAT JSON)
JSON_OBJECT('a': '[1]' FORMAT JSON WITH UNIQUE KEYS)
JSON_OBJECT('a' VALUE 1 NULL ON NULL WITHOUT UNIQUE), JSON_OBJECT(KEY 'a' VALUE 1)
JSON_ARRAY(true, DECIMAL '1.50', '[1]' FORMAT JSON, JSON_OBJECT('a': 1), NULL ABSENT ON NULL), JSON_ARRAY(1 RETURNING varchar(2)), JSON_ARRAY(1, 2 RETURNING varbinary)
JSON_ARRAY(1 RETURNING integer)
JSON_ARRAY(ARRAY[1])
JSON_ARRAY(X'01')
JSON_QUERY('[1]', 'lax $' RETURNING integer)
JSON_QUERY('[1]', 'lax $' RETURNING varchar FORMAT JSON ENCODING UTF8)
JSON_QUERY('"abc"', 'lax $' RETURNING varchar(3) KEEP QUOTES), JSON_QUERY('"abc"', 'lax $' RETURNING varchar(2) OMIT QUOTES ON SCALAR STRING), JSON_QUERY('["abc"]', 'lax $' OMIT QUOTES)
JSON_QUERY('"abc"', 'lax $' WITH WRAPPER OMIT QUOTES)
JSON_QUERY('"abc"', 'lax $' WITH CONDITIONAL WRAPPER KEEP QUOTES)
JSON_QUERY('[[1],[2]]', 'lax $[0]' WITH CONDITIONAL ARRAY WRAPPER), JSON_QUERY('[[1],[2]]', 'lax $[*]' WITH CONDITIONAL ARRAY WRAPPER), JSON_QUERY('[[1],[2]]', 'lax $[0]' WITH UNCONDITIONAL WRAPPER), JSON_QUERY('[1]', 'lax $[0]' WITHOUT ARRAY WRAPPER)
JSON_QUERY('[1,2]', 'lax $.x' ERROR ON EMPTY)
JSON_QUERY('[1,2]', 'lax $.x' NULL ON EMPTY ERROR ON ERROR)
JSON_EXISTS('[1', 'lax $' TRUE ON ERROR), JSON_EXISTS('[1', 'lax $' UNKNOWN ON ERROR), JSON_EXISTS('[1', 'lax $'), JSON_EXISTS('{}', 'strict $.a' TRUE ON ERROR), JSON_EXISTS('{}', 'lax $.a')
JSON_EXISTS('[1', 'lax $' ERROR ON ERROR)
JSON_EXISTS('{}', 'strict $.a' ERROR ON ERROR)
JSON_EXISTS('[1]', 'strict $[5]' ERROR ON ERROR)
JSON_EXISTS('[]', 'strict $[0]' ERROR ON ERROR)
JSON_EXISTS('{}', 'strict $[*]' ERROR ON ERROR)
JSON_EXISTS('5', 'strict $.a' ERROR ON ERROR)
JSON_EXISTS('"x"', 'lax $.abs()' ERROR ON ERROR)
JSON_EXISTS('{}', 'lax $.double()' ERROR ON ERROR)
JSON_EXISTS('"x"', 'lax $.double()' ERROR ON ERROR)
JSON_EXISTS('[1]', 'lax $.keyvalue()' ERROR ON ERROR)
JSON_EXISTS('[1,2]', 'lax $[*] + 1' ERROR ON ERROR)
JSON_EXISTS('["a"]', 'lax $[0] + 1' ERROR ON ERROR)
JSON_EXISTS('[1]', 'lax $[0] + "a"' ERROR ON ERROR)
JSON_EXISTS('[1]', 'lax "a" + 1' ERROR ON ERROR)
JSON_EXISTS('[1]', 'lax -"a"' ERROR ON ERROR)
JSON_EXISTS('[1]', 'lax +"a"' ERROR ON ERROR)
JSON_EXISTS('[1]', 'lax "a".abs()' ERROR ON ERROR)
JSON_EXISTS('[1]', 'lax "a".double()' ERROR ON ERROR)
JSON_EXISTS('[1]', 'lax true.double()' ERROR ON ERROR)
JSON_EXISTS('[1]', 'lax $["a"]' ERROR ON ERROR)
JSON_EXISTS('[1]', 'lax $[$[*].x]' ERROR ON ERROR)
JSON_VALUE('[1]', 'lax $x.type()' PASSING ARRAY[1] AS "x")
JSON_VALUE('[1]', 'lax $x' PASSING X'01' AS "x")
JSON_VALUE('[1]', 'lax $x' PASSING NULL AS "x"), JSON_EXISTS('[1]', 'lax $x' PASSING NULL AS "x"), JSON_EXISTS('[1]', 'lax $x' PASSING NULL FORMAT JSON AS "x")
JSON_VALUE('[1]', 'lax $x' PASSING 1 AS "x", 2 AS "x")
JSON_VALUE('[1]', 'lax $y' PASSING 1 AS "x")
JSON_VALUE('[1]', 'lax $.datetime()')
JSON_VALUE('[1]', 'lax $' AS p)
JSON_VALUE('[1,2]', 'lax $[*]' ERROR ON ERROR)
JSON_VALUE('["x"]', 'lax $[0]' RETURNING integer ERROR ON ERROR)
JSON_VALUE('["x"]', 'lax $[0]' RETURNING bigint DEFAULT 5 ON EMPTY DEFAULT 6 ON ERROR), JSON_VALUE('["x"]', 'lax $[1]' RETURNING bigint DEFAULT 5 ON EMPTY DEFAULT 6 ON ERROR)
JSON_VALUE('["x"]', 'lax $[0]' RETURNING bigint DEFAULT 'a' ON EMPTY)
JSON_VALUE('["x"]', 'lax true' RETURNING date)
JSON_VALUE('[true]', 'lax $[0]' RETURNING date ERROR ON ERROR)
JSON_VALUE('[1.7]', 'lax $[0]' RETURNING bigint), JSON_VALUE('[1.7]', 'lax $[0]' RETURNING decimal(3,1)), JSON_VALUE('["1.75"]', 'lax $[0]' RETURNING decimal(3,1)), JSON_VALUE('[1e10]', 'lax $[0]' RETURNING integer), JSON_VALUE('[1]', 'lax $[0]' RETURNING boolean), JSON_VALUE('["true"]', 'lax $[0]' RETURNING boolean), JSON_VALUE('["1.5"]', 'lax $[0]' RETURNING real), JSON_VALUE('[true]', 'lax $[0]' RETURNING integer), JSON_VALUE('["abcdef"]', 'lax $[0]' RETURNING varchar(3)), JSON_VALUE('[12345]', 'lax $[0]' RETURNING varchar(3)), JSON_VALUE('[300]', 'lax $[0]' RETURNING tinyint), JSON_VALUE('["10:00"]', 'lax $[0]' RETURNING time), JSON_VALUE('["2024-01-01 10:00:00 +05:30"]', 'lax $[0]' RETURNING timestamp with time zone)
JSON_VALUE('[1]', 'lax 9223372036854775807 + 1' ERROR ON ERROR)
JSON_VALUE('[1]', 'lax 2147483647 + 1' ERROR ON ERROR)
JSON_VALUE('[2147483647]', 'lax $[0] + 1' ERROR ON ERROR)
JSON_VALUE('[1]', 'lax 1.5 + 1.25'), JSON_VALUE('[1]', 'lax 1.5 * 2'), JSON_VALUE('[1]', 'lax 1.5 / 3'), JSON_VALUE('[1]', 'lax 7.5 % 2'), JSON_VALUE('[1.5]', 'lax $[0] + 1.5'), JSON_VALUE('[1]', 'lax 1.0 - $[0]'), JSON_VALUE('[1]', 'lax 1.5.ceiling()'), JSON_VALUE('[1]', 'lax (-1.5).floor()'), JSON_VALUE('[1]', 'lax (-1.50).abs()')
JSON_VALUE('[1]', 'lax -5'), JSON_VALUE('[1]', 'lax 2 + 3 * 4'), JSON_VALUE('[1]', 'lax (2 + 3) * 4'), JSON_VALUE('[1]', 'lax -$[0] * 2'), JSON_VALUE('[1]', 'lax 10 - 2 - 3'), JSON_VALUE('[1]', 'lax 1e0 / 0'), JSON_VALUE('[1]', 'lax "a""b"'), JSON_VALUE('[1]', 'lax false')
JSON_QUERY('[1,2,3,4,5]', 'lax $[0, 2 to 3, last]' WITH WRAPPER), JSON_QUERY('[1,2,3,4,5]', 'lax $[last - 1]'), JSON_QUERY('[1,2,3]', 'lax $[2 to 0]' WITH WRAPPER), JSON_QUERY('[1,2,3]', 'lax $[5]' WITH WRAPPER), JSON_QUERY('[1,2,3]', 'lax $[1 to 10]' WITH WRAPPER), JSON_QUERY('[1,2,3]', 'lax $[-1]' WITH WRAPPER), JSON_QUERY('[1,2,3]', 'lax $[1.7]' WITH WRAPPER), JSON_QUERY('5', 'lax $[0]')
JSON_QUERY('[[1,2],[3]]', 'lax $[*][*]' WITH WRAPPER), JSON_QUERY('[{"a":[1,2]},{"a":3}]', 'lax $.a' WITH WRAPPER), JSON_QUERY('[{"a":[1,2]},{"b":3}]', 'strict $[*].a' WITH WRAPPER EMPTY ARRAY ON ERROR), JSON_QUERY('{"a":{"b":1},"c":[{"b":2}]}', 'lax $.*.b' WITH WRAPPER)
JSON_QUERY('[1,"1",true,null,[1],{"a":1}]', 'lax $[*] ? (@ == 1)' WITH WRAPPER), JSON_QUERY('[1,"1",true,null,[1],{"a":1}]', 'lax $[*] ? (@ <> 1)' WITH WRAPPER), JSON_QUERY('[1,"1",true,null,[1],{"a":1}]', 'lax $[*] ? (@ == null)' WITH WRAPPER), JSON_QUERY('[1,"1",true,null,[1],{"a":1}]', 'lax $[*] ? (@ != null)' WITH WRAPPER), JSON_QUERY('[1,"1",true,null,[1],{"a":1}]', 'lax $[*] ? (@ == true)' WITH WRAPPER), JSON_QUERY('["b","a",""]', 'lax $[*] ? (@ >= "a")' WITH WRAPPER), JSON_QUERY('[false,true]', 'lax $[*] ? (@ < true)' WITH WRAPPER), JSON_QUERY('[1,2.5,3]', 'lax $[*] ? (@ <= 2.5)' WITH WRAPPER)
JSON_QUERY('[{"a":1,"b":[1,2]},{"a":2,"b":[]}]', 'lax $[*] ? (@.b[*] > 1).a' WITH WRAPPER), JSON_QUERY('[{"a":1,"b":[1,2]},{"a":2,"b":[]}]', 'strict $[*] ? (exists(@.c)).a' WITH WRAPPER), JSON_QUERY('[{"a":1,"b":[1,2]},{"a":2}]', 'strict $[*] ? (!exists(@.b)).a' WITH WRAPPER), JSON_QUERY('[{"a":1,"b":[1,2]},{"a":2}]', 'strict $[*] ? ((exists(@.b)) is unknown).a' WITH WRAPPER)
JSON_QUERY('["abc","xbc",1]', 'lax $[*] ? (@ starts with "a")' WITH WRAPPER), JSON_QUERY('["abc","xbc"]', 'lax $[*] ? (@ starts with $p)' WITH WRAPPER), JSON_QUERY('["abc","xbc"]', 'lax $[*] ? (@ starts with $p)' PASSING 'x' AS "p" WITH WRAPPER)
JSON_QUERY('["abc","xbc"]', 'lax $[*] ? (@ starts with $p)' PASSING 'x' AS "p" WITH WRAPPER), JSON_QUERY('[1,2,3]', 'lax $[*] ? (@ > $p)' PASSING DECIMAL '1.5' AS "p" WITH WRAPPER), JSON_QUERY('[1,2,3]', 'lax $[*] ? (@ == $p)' PASSING '2' FORMAT JSON AS "p" WITH WRAPPER), JSON_QUERY('[1,2,3]', 'lax $[$p]' PASSING 2 AS "p")
JSON_VALUE('{"a": {"b": [10, 20]}}', 'lax $.a.b.size()'), JSON_VALUE('{"a": 5}', 'lax $.a.size()'), JSON_VALUE('{"a": 5}', 'strict $.a.size()'), JSON_QUERY('[1,"a",true,null,[],{}]', 'strict $[*].type()' WITH WRAPPER), JSON_VALUE('5', 'lax "x".type()'), JSON_VALUE('5', 'lax 1.5.type()'), JSON_VALUE('5', 'lax $x.type()' PASSING true AS "x")
JSON_VALUE('5', 'lax last')
JSON_VALUE('5', 'lax @')
JSON_VALUE('5', 'LAX $')
JSON_VALUE('5', 'lax $.')
JSON_VALUE('5', 'lax $..')
JSON_VALUE('5', 'lax $[')
JSON_VALUE('5', 'lax $ $')
JSON_VALUE('5', 'lax $ ? (@ = 5)')
JSON_VALUE('5', 'lax')
JSON_VALUE('5', '')
JSON_VALUE('5', 'lax $.a b')
JSON_VALUE('5', 'lax #')
JSON_VALUE('5', 'lax $.foo(')
JSON_VALUE('5', 'lax $ ? (@.x)')
JSON_VALUE('{"lax":1,"null":2,"true":3}', 'lax $.lax'), JSON_VALUE('{"lax":1,"null":2,"true":3}', 'lax $.null'), JSON_VALUE('{"lax":1,"size":2,"true":3}', 'lax $.size')
SELECT JSON_VALUE(x, 'lax $.a' RETURNING double) + 1, JSON_QUERY(x, 'lax $.b'), JSON_EXISTS(x, 'lax $.b') FROM (VALUES '{"a": 1.5, "b": [1]}', NULL, 'bad', '{"a": "7"}') t(x)
SELECT JSON_OBJECT('k': x, 's': y) FROM (VALUES (1, 'a'), (NULL, 'b'), (3, NULL)) t(x, y)
SELECT JSON_ARRAY(x, y NULL ON NULL) FROM (VALUES (1, 'a'), (NULL, 'b'), (3, NULL)) t(x, y)
SELECT JSON_OBJECT(y: x) FROM (VALUES (1, 'a'), (2, 'b')) t(x, y)
SELECT max(JSON_VALUE(x, 'lax $.a' RETURNING integer)), JSON_VALUE(x, 'lax $.k') FROM (VALUES '{"a": 1, "k": "u"}', '{"a": 3, "k": "u"}') t(x) GROUP BY JSON_VALUE(x, 'lax $.k')
SELECT JSON_VALUE(x, 'lax $.a' RETURNING integer DEFAULT y ON EMPTY) FROM (VALUES ('{"a": 1}', 5), ('{}', 6)) t(x, y)
json_parse(JSON_QUERY('{"a":[1,2]}', 'lax $.a')), CAST(json_parse(JSON_ARRAY(1,2)) AS array(integer))
JSON_VALUE('{"a":1}' FORMAT JSON, 'lax $.a'), JSON_VALUE(CAST('{"a":1}' AS varbinary), 'lax $.a'), JSON_VALUE(CAST('{"a":1}' AS varbinary) FORMAT JSON ENCODING UTF8, 'lax $.a')
JSON_VALUE('{"a":1}' FORMAT JSON ENCODING UTF8, 'lax $.a')
JSON_VALUE('{"a":1}' FORMAT JSON ENCODING UTF16, 'lax $.a')
JSON_VALUE('{"a":1}')
JSON_VALUE('{"a":1}', x) FROM (VALUES 'lax $') t(x)
JSON_EXISTS('{"a":1}', 'lax $' NULL ON ERROR)
JSON_QUERY('{"a":1}', 'lax $' EMPTY ON ERROR)
JSON_OBJECT('x10': 0, 'user_id': 1, 'k8': 2)
JSON_OBJECT('lon': 0, 'updated_at': 1, 'k5': 2)
JSON_OBJECT('k8': 0, 'k2': 1, 'aa': 2, 'name': 3, '日本': 4)
JSON_OBJECT('created_at': 0, 'kind': 1, 'k2': 2, 'price': 3, 'index': 4)
JSON_OBJECT('close': 0, 'tags': 1, 'a': 2, 'kind': 3, 'note': 4, 'ab': 5, 'low': 6, 'x1': 7)
JSON_OBJECT('kind': 0, 'id': 1, 'k7': 2, 'ts': 3, 'High': 4, 'email': 5, 'currency': 6, 'note': 7)
JSON_OBJECT('index': 0, 'k9': 1, 'open': 2, 'volume': 3, 'x10': 4, 'k8': 5, 'é': 6, 'updated_at': 7, 'k5': 8, 'id': 9, 'k3': 10, 'ts': 11)
JSON_OBJECT('created_at': 0, 'ts': 1, 'index': 2, 'is_active': 3, 'city': 4, 'zip': 5, 'adj_close': 6, 'ab': 7, 'k4': 8, 'k1': 9, 'updated_at': 10, 'currency': 11)
JSON_OBJECT('k5': 0, 'adj_close': 1, 'note': 2, 'country': 3, 'name': 4, 'tags': 5, 'High': 6, 'index': 7, 'date': 8, 'user_id': 9, 'open': 10, 'lat': 11, 'k9': 12)
JSON_OBJECT('x3': 0, 'x2': 1, 'id': 2, 'is_active': 3, 'k4': 4, 'k6': 5, 'lat': 6, 'open': 7, 'country': 8, 'lon': 9, 'k8': 10, 'a': 11, 'zip': 12)
JSON_OBJECT('currency': 0, 'a': 1, 'updated_at': 2, 'k6': 3, 'is_active': 4, 'price': 5, 'user_id': 6, 'name': 7, 'lon': 8, 'Currency': 9, 'k5': 10, 'abc': 11, 'High': 12, 'tags': 13)
JSON_OBJECT('note': 0, 'x2': 1, 'id': 2, 'é': 3, 'symbol': 4, 'k6': 5, 'currency': 6, 'x10': 7, 'adj_close': 8, 'close': 9, 'kind': 10, '日本': 11, 'lon': 12, 'c': 13)
JSON_QUERY('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.items[last].n' WITH WRAPPER), JSON_VALUE('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.items[last].n'), JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.items[last].n')
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[*] ? (@.p * @.q >= 10).n' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[*] ? (@.p * @.q >= 10).n'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[*] ? (@.p * @.q >= 10).n')
JSON_QUERY('12','lax +$.e' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[last - 1].q' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[last - 1].q'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[last - 1].q')
JSON_QUERY('"str"','lax $.items[*].n ? (@ starts with "a")' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $.items[*] ? ((@.p > 0) is unknown).n' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $.items[*] ? ((@.p > 0) is unknown).n'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $.items[*] ? ((@.p > 0) is unknown).n')
JSON_QUERY('12', 'lax $.e.abs()' WITH WRAPPER), JSON_VALUE('12', 'lax $.e.abs()'), JSON_EXISTS('12', 'lax $.e.abs()')
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}','lax $[*] ? (@ > 1)' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}','lax $.size()' ERROR ON ERROR)
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.e.ceiling()' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.e.ceiling()'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.e.ceiling()')
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $.items ? (@.n == "a")' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $.items ? (@.n == "a")'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $.items ? (@.n == "a")')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $..b' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $..b'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $..b')
JSON_QUERY('12', 'strict $.e.floor()' WITH WRAPPER), JSON_VALUE('12', 'strict $.e.floor()'), JSON_EXISTS('12', 'strict $.e.floor()')
JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]','lax $.items[0,2].n' ERROR ON ERROR)
JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}','strict $' ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.items.size()' WITH WRAPPER), JSON_VALUE('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.items.size()'), JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.items.size()')
JSON_QUERY('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.items[*] ? ((@.p > 0) is unknown).n' WITH WRAPPER), JSON_VALUE('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.items[*] ? ((@.p > 0) is unknown).n'), JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.items[*] ? ((@.p > 0) is unknown).n')
JSON_VALUE('false', 'lax $' RETURNING timestamp), JSON_VALUE('false', 'lax $' RETURNING double), JSON_VALUE('false', 'lax $' RETURNING bigint), JSON_VALUE('false', 'lax $' RETURNING integer), JSON_VALUE('false', 'lax $' RETURNING time), JSON_VALUE('false', 'lax $' RETURNING real), JSON_VALUE('false', 'lax $' RETURNING decimal(10,2)), JSON_VALUE('false', 'lax $' RETURNING boolean)
JSON_VALUE('"2024-02-30"', 'lax $' RETURNING bigint ERROR ON ERROR)
JSON_VALUE('12','lax $.items[last - 1].q' ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $')
JSON_QUERY('12', 'lax $[*] ? (@ > 1)' WITH WRAPPER), JSON_VALUE('12', 'lax $[*] ? (@ > 1)'), JSON_EXISTS('12', 'lax $[*] ? (@ > 1)')
JSON_VALUE('"str"','lax $.items[last - 1].q' ERROR ON EMPTY ERROR ON ERROR)
JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}','lax $.e - 2.5' ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $..b' WITH WRAPPER), JSON_VALUE('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $..b'), JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $..b')
JSON_QUERY('[1,"2",3.5,null,false,[4],{"a":5}]','strict $.items[0].p % 3' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.e + 1' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.e + 1'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.e + 1')
JSON_VALUE('null', 'lax $' RETURNING bigint ERROR ON ERROR)
JSON_VALUE('12','lax $.a[5]' ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('"str"','lax $.f' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.*' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.*'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.*')
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.d' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.d'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.d')
JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}','lax $.e.floor()' ERROR ON ERROR)
JSON_QUERY('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $[0]' WITH WRAPPER), JSON_VALUE('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $[0]'), JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $[0]')
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[*] ? (@.p > 2.5).n' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[*] ? (@.p > 2.5).n'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[*] ? (@.p > 2.5).n')
JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}','lax $.items[*].p' ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('"str"', 'strict $.a.size()' WITH WRAPPER), JSON_VALUE('"str"', 'strict $.a.size()'), JSON_EXISTS('"str"', 'strict $.a.size()')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.size()' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.size()'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.size()')
JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]','lax $.a[$.a[0]]' ERROR ON ERROR)
JSON_VALUE('0', 'lax $' RETURNING time ERROR ON ERROR)
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}','lax $.items[*] ? (@.p * @.q >= 10).n' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('"str"', 'lax $.f' WITH WRAPPER), JSON_VALUE('"str"', 'lax $.f'), JSON_EXISTS('"str"', 'lax $.f')
JSON_EXISTS('12','lax $[*]' ERROR ON ERROR)
JSON_QUERY('"str"', 'lax $.items[last - 1].q' WITH WRAPPER), JSON_VALUE('"str"', 'lax $.items[last - 1].q'), JSON_EXISTS('"str"', 'lax $.items[last - 1].q')
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $[1 to 3]' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $[1 to 3]'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $[1 to 3]')
JSON_QUERY('12', 'lax $.a.size()' WITH WRAPPER), JSON_VALUE('12', 'lax $.a.size()'), JSON_EXISTS('12', 'lax $.a.size()')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax +$.e' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax +$.e'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax +$.e')
JSON_QUERY('"str"','lax $.items[last].n' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.items[0].p % 3' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.items[0].p % 3'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.items[0].p % 3')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.a.size()' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.a.size()'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.a.size()')
JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}','lax +$.e' ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('12', 'lax $.a[0] * 3' WITH WRAPPER), JSON_VALUE('12', 'lax $.a[0] * 3'), JSON_EXISTS('12', 'lax $.a[0] * 3')
JSON_QUERY('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax -$.e' WITH WRAPPER), JSON_VALUE('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax -$.e'), JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax -$.e')
JSON_VALUE('"2024-02-30"', 'lax $' RETURNING decimal(38,0)), JSON_VALUE('"2024-02-30"', 'lax $' RETURNING boolean), JSON_VALUE('"2024-02-30"', 'lax $' RETURNING varchar), JSON_VALUE('"2024-02-30"', 'lax $' RETURNING varchar(2)), JSON_VALUE('"2024-02-30"', 'lax $' RETURNING double), JSON_VALUE('"2024-02-30"', 'lax $' RETURNING real), JSON_VALUE('"2024-02-30"', 'lax $' RETURNING time), JSON_VALUE('"2024-02-30"', 'lax $' RETURNING smallint)
JSON_QUERY('12', 'strict $.size()' WITH WRAPPER), JSON_VALUE('12', 'strict $.size()'), JSON_EXISTS('12', 'strict $.size()')
JSON_VALUE('0', 'lax $' RETURNING date), JSON_VALUE('0', 'lax $' RETURNING timestamp(0)), JSON_VALUE('0', 'lax $' RETURNING timestamp), JSON_VALUE('0', 'lax $' RETURNING decimal(10,2)), JSON_VALUE('0', 'lax $' RETURNING bigint), JSON_VALUE('0', 'lax $' RETURNING integer), JSON_VALUE('0', 'lax $' RETURNING boolean), JSON_VALUE('0', 'lax $' RETURNING varchar(2))
JSON_VALUE('1e3', 'lax $' RETURNING decimal(10,2) ERROR ON ERROR)
JSON_QUERY('12', 'lax $.*' WITH WRAPPER), JSON_VALUE('12', 'lax $.*'), JSON_EXISTS('12', 'lax $.*')
JSON_VALUE('12','lax $.items.size()' ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('"str"','lax $.d' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}','strict $[0]' ERROR ON EMPTY ERROR ON ERROR)
JSON_VALUE('"str"','lax $.e + 1' ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('12', 'strict $.items[0,2].n' WITH WRAPPER), JSON_VALUE('12', 'strict $.items[0,2].n'), JSON_EXISTS('12', 'strict $.items[0,2].n')
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.a.size()' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.a.size()'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.a.size()')
JSON_QUERY('12','lax $' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[0].p % 3' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[0].p % 3'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[0].p % 3')
JSON_VALUE('null', 'lax $' RETURNING time), JSON_VALUE('null', 'lax $' RETURNING timestamp), JSON_VALUE('null', 'lax $' RETURNING varchar(2)), JSON_VALUE('null', 'lax $' RETURNING timestamp(0)), JSON_VALUE('null', 'lax $' RETURNING varchar), JSON_VALUE('null', 'lax $' RETURNING double), JSON_VALUE('null', 'lax $' RETURNING boolean), JSON_VALUE('null', 'lax $' RETURNING real)
JSON_QUERY('"str"', 'lax $[*] ? (@ == "2" || @ == null)' WITH WRAPPER), JSON_VALUE('"str"', 'lax $[*] ? (@ == "2" || @ == null)'), JSON_EXISTS('"str"', 'lax $[*] ? (@ == "2" || @ == null)')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}','lax $[1 to 3]' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('"str"', 'strict $..b' WITH WRAPPER), JSON_VALUE('"str"', 'strict $..b'), JSON_EXISTS('"str"', 'strict $..b')
JSON_VALUE('"2024-02-29"', 'lax $' RETURNING varchar(2) ERROR ON ERROR)
JSON_QUERY('[1,"2",3.5,null,false,[4],{"a":5}]', 'strict $[last]' WITH WRAPPER), JSON_VALUE('[1,"2",3.5,null,false,[4],{"a":5}]', 'strict $[last]'), JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]', 'strict $[last]')
JSON_QUERY('"str"', 'lax $.e.floor()' WITH WRAPPER), JSON_VALUE('"str"', 'lax $.e.floor()'), JSON_EXISTS('"str"', 'lax $.e.floor()')
JSON_QUERY('12', 'lax +$.e' WITH WRAPPER), JSON_VALUE('12', 'lax +$.e'), JSON_EXISTS('12', 'lax +$.e')
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $[0]' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $[0]'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'strict $[0]')
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $[*]' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $[*]'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $[*]')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[*].n ? (@ starts with "a")' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[*].n ? (@ starts with "a")'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[*].n ? (@ starts with "a")')
JSON_QUERY('[1,"2",3.5,null,false,[4],{"a":5}]', 'strict $[*] ? (@ == "2" || @ == null)' WITH WRAPPER), JSON_VALUE('[1,"2",3.5,null,false,[4],{"a":5}]', 'strict $[*] ? (@ == "2" || @ == null)'), JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]', 'strict $[*] ? (@ == "2" || @ == null)')
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[last].n' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[last].n'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.items[last].n')
JSON_QUERY('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.a[$.a[0]]' WITH WRAPPER), JSON_VALUE('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.a[$.a[0]]'), JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]', 'lax $.a[$.a[0]]')
JSON_QUERY('"str"', 'lax $[*]' WITH WRAPPER), JSON_VALUE('"str"', 'lax $[*]'), JSON_EXISTS('"str"', 'lax $[*]')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.f' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.f'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.f')
JSON_VALUE('" 12 "', 'lax $' RETURNING decimal(38,0) ERROR ON ERROR)
JSON_QUERY('12', 'lax $.c.double()' WITH WRAPPER), JSON_VALUE('12', 'lax $.c.double()'), JSON_EXISTS('12', 'lax $.c.double()')
JSON_QUERY('12', 'strict -$.e' WITH WRAPPER), JSON_VALUE('12', 'strict -$.e'), JSON_EXISTS('12', 'strict -$.e')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.a[0] * 3' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.a[0] * 3'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.a[0] * 3')
JSON_QUERY('"str"', 'strict -$.e' WITH WRAPPER), JSON_VALUE('"str"', 'strict -$.e'), JSON_EXISTS('"str"', 'strict -$.e')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.e.abs()' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.e.abs()'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.e.abs()')
JSON_QUERY('12', 'lax $.a[*]' WITH WRAPPER), JSON_VALUE('12', 'lax $.a[*]'), JSON_EXISTS('12', 'lax $.a[*]')
JSON_VALUE('1e400', 'lax $' RETURNING timestamp(0)), JSON_VALUE('1e400', 'lax $' RETURNING real), JSON_VALUE('1e400', 'lax $' RETURNING varchar(2)), JSON_VALUE('1e400', 'lax $' RETURNING bigint), JSON_VALUE('1e400', 'lax $' RETURNING smallint), JSON_VALUE('1e400', 'lax $' RETURNING date), JSON_VALUE('1e400', 'lax $' RETURNING decimal(38,0)), JSON_VALUE('1e400', 'lax $' RETURNING boolean)
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}','lax $[0]' WITH WRAPPER ERROR ON EMPTY ERROR ON ERROR)
JSON_QUERY('"str"', 'lax $[1 to 3]' WITH WRAPPER), JSON_VALUE('"str"', 'lax $[1 to 3]'), JSON_EXISTS('"str"', 'lax $[1 to 3]')
JSON_VALUE('1', 'lax $' RETURNING time ERROR ON ERROR)
JSON_QUERY('12', 'strict $.a[*].b' WITH WRAPPER), JSON_VALUE('12', 'strict $.a[*].b'), JSON_EXISTS('12', 'strict $.a[*].b')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.g.h[*]' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.g.h[*]'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'strict $.g.h[*]')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[*] ? (@.p > 2.5).n' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[*] ? (@.p > 2.5).n'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[*] ? (@.p > 2.5).n')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[*] ? (@.p * @.q >= 10).n' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[*] ? (@.p * @.q >= 10).n'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.items[*] ? (@.p * @.q >= 10).n')
JSON_QUERY('"str"', 'lax $.a[5]' WITH WRAPPER), JSON_VALUE('"str"', 'lax $.a[5]'), JSON_EXISTS('"str"', 'lax $.a[5]')
JSON_QUERY('"str"', 'strict $.e.abs()' WITH WRAPPER), JSON_VALUE('"str"', 'strict $.e.abs()'), JSON_EXISTS('"str"', 'strict $.e.abs()')
JSON_VALUE('"1.5e2"', 'lax $' RETURNING double ERROR ON ERROR)
JSON_QUERY('"str"', 'lax $.a[*].b' WITH WRAPPER), JSON_VALUE('"str"', 'lax $.a[*].b'), JSON_EXISTS('"str"', 'lax $.a[*].b')
JSON_QUERY('12', 'lax $.items.size()' WITH WRAPPER), JSON_VALUE('12', 'lax $.items.size()'), JSON_EXISTS('12', 'lax $.items.size()')
JSON_EXISTS('[1,"2",3.5,null,false,[4],{"a":5}]','lax $.items.size()' ERROR ON ERROR)
JSON_QUERY('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.f' WITH WRAPPER), JSON_VALUE('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.f'), JSON_EXISTS('{"items":[{"n":"a","p":10,"q":2},{"n":"b","p":2.5,"q":4},{"n":"c","q":1}]}', 'lax $.f')
JSON_QUERY('"str"', 'strict $.items[*] ? (@.p > 2.5).n' WITH WRAPPER), JSON_VALUE('"str"', 'strict $.items[*] ? (@.p > 2.5).n'), JSON_EXISTS('"str"', 'strict $.items[*] ? (@.p > 2.5).n')
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.a[*]' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.a[*]'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.a[*]')
JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}','strict $.c.double()' ERROR ON ERROR)
JSON_QUERY('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.x.y.z' WITH WRAPPER), JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.x.y.z'), JSON_EXISTS('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}', 'lax $.x.y.z')
JSON_VALUE('12','strict $.items[0,2].n' ERROR ON EMPTY ERROR ON ERROR)
JSON_VALUE('{"a":[1,2,{"b":3}],"c":"x","d":null,"e":1.5,"f":true,"g":{"h":[]}}','lax $.size()' ERROR ON EMPTY ERROR ON ERROR)
SELECT JSON_VALUE(x, 'lax $.a') v, count(*) FROM (VALUES '{"a": 1}', '{"a": 1}', '{}') t(x) GROUP BY 1 ORDER BY 1
SELECT x FROM (VALUES '{"a": 1}', '{"a": 2}', '{}') t(x) WHERE JSON_VALUE(x, 'lax $.a' RETURNING integer) > 1
SELECT JSON_OBJECT('n': count(*), 'total': sum(x), 'avg': avg(x)) FROM (VALUES 1, 2, 4) t(x)
SELECT JSON_ARRAY(a, JSON_OBJECT('b': b)) FROM (VALUES (1, 'x'), (2, NULL)) t(a, b)
SELECT transform(ARRAY['{"a":1}', '{"a":2}'], x -> JSON_VALUE(x, 'lax $.a' RETURNING integer))
SELECT value, key, empty, error, returning, format, passing FROM (VALUES (1, 2, 3, 4, 5, 6, 7)) t(value, key, empty, error, returning, format, passing)
json_value('{"a": 1}', 'lax $.a'), Json_Exists('{}', 'lax $.a')
SELECT JSON_OBJECT(KEY key VALUE value) FROM (VALUES ('k', 'v')) t(key, value)
SELECT JSON_OBJECT(key VALUE value), JSON_OBJECT(key: value) FROM (VALUES ('k', 'v')) t(key, value)
JSON_EXISTS('{"a": "日本"}', 'lax $.a ? (@ starts with "日")'), JSON_QUERY('{"é": "ü"}', 'lax $."é"')
JSON_VALUE('{"a": 1}', 'lax $.b' DEFAULT 'none' ON EMPTY), JSON_VALUE('{"a": "long"}', 'lax $.a' RETURNING varchar(2) DEFAULT 'zz' ON ERROR), JSON_VALUE('{"a": [1]}', 'lax $.a' DEFAULT 'bad' ON ERROR)
JSON_QUERY('{"a": 1.0, "b": 1E5, "c": 0.00001, "d": 123456789.125, "e": -0}', 'lax $')
JSON_VALUE('{"a": 1}', 'lax $.a') || 'x', length(JSON_QUERY('[1, 2]', 'lax $'))
-- type char
CAST('ab' AS char(5)), CHAR 'ab ', CAST('abcdef' AS char(3)), CAST('a' AS char), CAST(NULL AS char(3)), CAST('' AS char(2))
typeof(CAST('ab' AS char(5))), typeof(CHAR 'ab '), length(CAST('ab' AS char(5))), length(CHAR 'ab ')
CAST('ab' AS char(5)) = 'ab', CAST('ab' AS char(5)) = 'ab   ', CAST('ab' AS char(5)) = 'ab     x', CAST('ab' AS char(5)) = CAST('ab' AS char(3)), 'ab ' = CHAR 'ab', CAST('ab' AS char(5)) < 'abc', CAST('ab' AS char(5)) > 'aa'
CAST('ab' AS char(5)) = CAST('ab' AS varchar), CAST('ab' AS char(5)) = CAST('ab   ' AS varchar), CAST('ab' AS char(2)) = CAST('ab ' AS varchar(10))
CAST('a' AS char(2)) < CAST(chr(9) AS varchar), CAST('a' AS char(2)) < 'a' || chr(9), CAST('a' AS char(3)) > 'a' || chr(9)
CAST('ab' AS char(5)) || 'c', 'c' || CAST('ab' AS char(5)), CAST('ab' AS char(5)) || CAST('c' AS char(2)), typeof(CAST('ab' AS char(5)) || 'c'), typeof(CAST('ab' AS char(5)) || CAST('c' AS char(2))), typeof('c' || CAST('ab' AS char(5)))
concat(CAST('ab' AS char(5)), 'c'), concat('x', CAST('ab' AS char(5)), 'c'), typeof(concat(CAST('ab' AS char(5)), 'c'))
upper(CAST('ab' AS char(5))), typeof(upper(CAST('ab' AS char(5)))), lower(CAST('AB' AS char(5))), trim(CAST(' ab' AS char(5))), typeof(trim(CAST('ab' AS char(5)))), reverse(CAST('ab' AS char(5))), substr(CAST('abc' AS char(5)), 2), typeof(substr(CAST('abc' AS char(5)), 2))
ltrim(CAST(' ab' AS char(5))), rtrim(CAST(' ab' AS char(5))), replace(CAST('ab' AS char(5)), 'b', 'c'), strpos(CAST('ab' AS char(5)), 'b'), split(CAST('a,b' AS char(5)), ','), lpad(CAST('ab' AS char(5)), 7, 'x'), rpad(CAST('ab' AS char(3)), 7, 'x')
CAST(CAST('ab' AS char(5)) AS varchar), CAST(CAST('ab' AS char(5)) AS varchar(3)), CAST(CAST('ab' AS char(5)) AS char(7)), CAST(CAST('ab' AS char(5)) AS char(1)), CAST(5 AS char(3)), CAST(true AS char(5)), CAST(DATE '2024-01-01' AS char(10))
CAST(CAST('5' AS char(3)) AS integer), CAST(CAST('5.5' AS char(5)) AS double), CAST(CAST('2024-01-01' AS char(12)) AS date), CAST(CAST('true' AS char(5)) AS boolean)
CAST(CAST('5' AS char(3)) AS integer)
CAST(CAST('5.5' AS char(5)) AS double)
CAST(CAST('2024-01-01' AS char(12)) AS date)
CAST(CAST('true' AS char(5)) AS boolean)
CAST(CAST('5' AS char(3)) AS decimal(3,1))
CAST(5 AS char(3))
CAST(true AS char(5))
CAST(DECIMAL '1.5' AS char(5))
CAST(DATE '2024-01-01' AS char(10))
CAST(CAST('a' AS char(3)) AS json), CAST(CAST('ab' AS char(5)) AS varbinary)
CAST(CAST('ab' AS char(5)) AS varbinary)
COALESCE(CAST(NULL AS char(3)), 'abcde'), typeof(COALESCE(CAST(NULL AS char(3)), 'abcde')), typeof(COALESCE(CAST(NULL AS char(3)), CAST('abcde' AS varchar))), COALESCE(CAST('a' AS char(3)), 'abcde')
SELECT x, typeof(x) FROM (VALUES CAST('a' AS char(3)), 'bcdef', CAST('b' AS char(2))) t(x)
SELECT x, typeof(x) FROM (VALUES CAST('a' AS char(3)), CAST('bcdef  ' AS varchar)) t(x)
SELECT x, count(*) FROM (VALUES CAST('a' AS char(3)), CAST('a ' AS char(3)), CAST('b' AS char(3))) t(x) GROUP BY x ORDER BY x
SELECT DISTINCT x FROM (VALUES CAST('a' AS char(3)), CAST('a ' AS char(3))) t(x)
SELECT max(x), min(x), max_by(x, x), array_agg(x), count(DISTINCT x), typeof(max(x)) FROM (VALUES CAST('a' AS char(3)), CAST('b ' AS char(3))) t(x)
CAST('ab' AS char(5)) LIKE 'ab%', CAST('ab' AS char(5)) LIKE 'ab', CAST('ab' AS char(5)) LIKE 'ab   ', CAST('ab' AS char(5)) LIKE '%b'
regexp_like(CAST('ab' AS char(5)), 'b$'), regexp_replace(CAST('ab' AS char(5)), 'b', 'c'), regexp_extract(CAST('ab' AS char(5)), '.*')
CAST('ab' AS char(5)) IN ('ab', 'c'), CAST('ab' AS char(5)) BETWEEN 'aa' AND 'ac', nullif(CAST('ab' AS char(5)), 'ab'), CAST('ab' AS char(5)) IS DISTINCT FROM 'ab'
ARRAY[CAST('ab' AS char(5)), 'c'], ROW(CAST('ab' AS char(5))), MAP(ARRAY[CAST('ab' AS char(5))], ARRAY[1]), contains(ARRAY[CAST('ab' AS char(5))], 'ab'), array_join(ARRAY[CAST('ab' AS char(5)), 'c'], ',')
greatest(CAST('ab' AS char(5)), 'b'), least(CAST('ab' AS char(5)), 'b'), if(true, CAST('ab' AS char(5)), 'b'), CASE WHEN true THEN CAST('ab' AS char(5)) ELSE 'bcccccccc' END
SELECT CAST('ab' AS char(5)) UNION SELECT 'ab'
SELECT a.x FROM (VALUES CAST('a' AS char(3))) a(x) JOIN (VALUES 'a', 'a  ') b(x) ON a.x = b.x
CAST('ab' AS char(0))
CAST('ab' AS char(65537))
CAST('ab' AS char(65536))
CHAR ''
CAST(ARRAY['ab'] AS array(char(3)))
format('%s|', CAST('ab' AS char(5)))
json_parse(CAST('[1]' AS char(5)))
char '日本' || 'x', CAST('日本語' AS char(2)), length(CAST('日本' AS char(4)))
to_utf8(CAST('ab' AS char(5)))
date(CAST('2024-01-01' AS char(10)))
CAST('ab' AS char(5)) || NULL, CAST('ab' AS char(5)) || CAST('c' AS varchar)
starts_with(CAST('ab' AS char(5)), 'a'), hamming_distance(CAST('ab' AS char(2)), 'ac'), levenshtein_distance(CAST('ab' AS char(5)), 'ab'), translate(CAST('ab' AS char(5)), 'b', 'c'), position('b' IN CAST('ab' AS char(5))), split_part(CAST('a,b' AS char(5)), ',', 2)
normalize(CAST('ab' AS char(5))), md5(to_utf8(CAST('a' AS char(2)))), from_base64(CAST('YQ==' AS char(4))), url_encode(CAST('a b' AS char(5))), codepoint(CAST('a' AS char(1))), chr(97)
SELECT x FROM (VALUES CAST('a' AS char(3)), CAST('a' || chr(9) AS char(3)), CAST('a!' AS char(3)), CAST('A' AS char(3))) t(x) ORDER BY x
JSON_VALUE('"ab"', 'lax $' RETURNING char(4)), JSON_OBJECT('a': CAST('x' AS char(3)))
CAST('ab ' AS char(5)) = 'ab' || ' ', length(CAST(CAST('ab' AS char(5)) AS varchar))
concat_ws(',', CAST('a' AS char(2)), 'b'), listagg(x, ',') WITHIN GROUP (ORDER BY x) FROM (VALUES CAST('a' AS char(2))) t(x)
upper(CAST('ab' AS char(5))), typeof(upper(CAST('ab' AS char(5)))), lower(CAST('AB' AS char(5))), typeof(lower(CAST('AB' AS char(5))))
trim(CAST(' ab' AS char(5))), typeof(trim(CAST('ab' AS char(5))))
ltrim(CAST(' ab' AS char(5))), rtrim(CAST(' ab' AS char(5))), typeof(ltrim(CAST(' ab' AS char(5))))
trim(LEADING 'a' FROM CAST('ab' AS char(5)))
substr(CAST('abc' AS char(5)), 2), typeof(substr(CAST('abc' AS char(5)), 2)), substr(CAST('abc' AS char(5)), 2, 1), substring(CAST('abc' AS char(5)) FROM 2), substr(CAST('abc' AS char(5)), -2), substr(CAST('abc' AS char(5)), 5)
strpos(CAST('ab' AS char(5)), 'b')
split(CAST('a,b' AS char(5)), ',')
lpad(CAST('ab' AS char(5)), 7, 'x')
replace(CAST('ab' AS char(5)), 'b', 'c')
concat(CAST('ab' AS char(5)), 'c'), typeof(concat(CAST('ab' AS char(5)), 'c'))
CAST(CAST('ab' AS char(5)) AS varchar), CAST(CAST('ab' AS char(5)) AS varchar(3)), CAST(CAST('ab' AS char(5)) AS char(7)), CAST(CAST('ab' AS char(5)) AS char(1)), typeof(CAST(CAST('ab' AS char(5)) AS varchar(3)))
CAST('ab' AS char(5)) || CAST('c' AS varchar)
CAST('ab' AS char(5)) || NULL
CAST('ab' AS char(65536)) || 'c'
concat(CAST('ab' AS char(5)), CAST('c' AS varchar))
starts_with(CAST('ab' AS char(5)), 'a')
length(CAST(NULL AS char(3))), length(CHAR '')
regexp_like(CAST('ab' AS char(5)), 'b$')
JSON_VALUE('{"a": 1}', 'lax $x' PASSING CAST('a' AS char(3)) AS "x")
CAST('5' AS varchar) = CAST('5' AS char(3)), CAST('ab' AS char(3)) IN (SELECT 'ab')
SELECT x || y FROM (VALUES (CAST('a' AS char(2)), CAST('b' AS varchar(3)))) t(x, y)
CAST('a' AS char(3)) LIKE CAST('a%' AS char(3))
'a' LIKE CAST('a' AS char(1))
TRY_CAST('abc' AS char(2)), TRY_CAST(1 AS char(2))
CAST(CAST('ab' AS char(5)) AS varchar(10)), CAST(json '"a"' AS char(3))
CAST(json '"a"' AS char(3))
SELECT count(*) FROM (VALUES CAST('a' AS char(3))) t(x) WHERE x = 'a'
SELECT x FROM (VALUES CAST('a' AS char(3))) t(x) ORDER BY x || 'b'
histogram(CAST('a' AS char(2))), map_agg(CAST('a' AS char(2)), 1), MAP(ARRAY[CAST('a' AS char(2))], ARRAY[1])['a'], element_at(MAP(ARRAY['a'], ARRAY[1]), CAST('a' AS char(2)))
SELECT MAP(ARRAY[CAST('a' AS char(2))], ARRAY[1])['a']
SELECT element_at(MAP(ARRAY[CAST('a' AS char(2))], ARRAY[1]), 'a')
SELECT CASE CAST('a' AS char(3)) WHEN 'a' THEN 1 ELSE 2 END
SELECT lag(x) OVER (ORDER BY x), first_value(x) OVER (ORDER BY x) FROM (VALUES CAST('a' AS char(3)), CAST('b' AS char(3))) t(x)
typeof(CAST('a' AS char(3)) || CAST('b' AS char(3))), CAST('a' AS char(3)) || CAST('b' AS char(3)) || 'c'
SELECT x FROM UNNEST(ARRAY[CAST('a' AS char(3))]) t(x)
CAST(ROW('a', 1) AS row(a char(3), b integer))
CAST(MAP(ARRAY['a'], ARRAY['b']) AS map(char(2), char(3)))
url_decode(CAST('a' AS char(3)))
CHAR(5) 'ab'
SELECT DISTINCT CAST('a' AS char(3)) x ORDER BY x
-- times with zones, mixed
SELECT date_diff('year', x, y), date_trunc('hour', x), last_day_of_month(x), date_diff('month', x, y) FROM (VALUES (0, TIMESTAMP '2024-09-28 18:28:32.123456 UTC', TIMESTAMP '1999-09-16 23:50:11 Asia/Kathmandu', 'Asia/Kolkata'), (1, TIMESTAMP '1999-02-18 05:38:25.123 Australia/Lord_Howe', TIMESTAMP '1970-04-08 23:01:49.123 America/New_York', 'Asia/Kathmandu'), (2, TIMESTAMP '2025-02-15 12:26:35 Asia/Tokyo', TIMESTAMP '2024-04-17 13:01:04.123456 +05:45', '-03:30')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '2024-09-28 18:28:32.123456 UTC', TIMESTAMP '1999-09-16 23:50:11 Asia/Kathmandu', 'Asia/Kolkata'), (1, TIMESTAMP '1999-02-18 05:38:25.123 Australia/Lord_Howe', TIMESTAMP '1970-04-08 23:01:49.123 America/New_York', 'Asia/Kathmandu'), (2, TIMESTAMP '2025-02-15 12:26:35 Asia/Tokyo', TIMESTAMP '2024-04-17 13:01:04.123456 +05:45', '-03:30'), (0, TIMESTAMP '2024-09-28 18:28:32.123456 UTC', TIMESTAMP '1999-09-16 23:50:11 Asia/Kathmandu', 'Asia/Kolkata'), (1, TIMESTAMP '1999-02-18 05:38:25.123 Australia/Lord_Howe', TIMESTAMP '1970-04-08 23:01:49.123 America/New_York', 'Asia/Kathmandu'), (2, TIMESTAMP '2025-02-15 12:26:35 Asia/Tokyo', TIMESTAMP '2024-04-17 13:01:04.123456 +05:45', '-03:30')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT CAST(x AS timestamp(0) with time zone), minute(x), x - INTERVAL '2' MONTH, last_day_of_month(x) FROM (VALUES (0, TIMESTAMP '1970-01-28 04:13:13 Asia/Kathmandu', TIMESTAMP '2024-12-13 17:04:36 +05:45', 'Australia/Lord_Howe'), (1, TIMESTAMP '1970-03-08 07:00:03.123 +05:45', TIMESTAMP '1999-11-18 10:28:32 Asia/Tokyo', '+05:45'), (2, TIMESTAMP '1999-07-21 16:07:25.123 UTC', TIMESTAMP '2024-10-21 22:06:02 UTC', 'Asia/Kathmandu')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '1970-01-28 04:13:13 Asia/Kathmandu', TIMESTAMP '2024-12-13 17:04:36 +05:45', 'Australia/Lord_Howe'), (1, TIMESTAMP '1970-03-08 07:00:03.123 +05:45', TIMESTAMP '1999-11-18 10:28:32 Asia/Tokyo', '+05:45'), (2, TIMESTAMP '1999-07-21 16:07:25.123 UTC', TIMESTAMP '2024-10-21 22:06:02 UTC', 'Asia/Kathmandu'), (0, TIMESTAMP '1970-01-28 04:13:13 Asia/Kathmandu', TIMESTAMP '2024-12-13 17:04:36 +05:45', 'Australia/Lord_Howe'), (1, TIMESTAMP '1970-03-08 07:00:03.123 +05:45', TIMESTAMP '1999-11-18 10:28:32 Asia/Tokyo', '+05:45'), (2, TIMESTAMP '1999-07-21 16:07:25.123 UTC', TIMESTAMP '2024-10-21 22:06:02 UTC', 'Asia/Kathmandu')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT day_of_year(x), to_iso8601(x), date_diff('second', x, y), least(x, y) FROM (VALUES (0, TIMESTAMP '2024-02-03 06:13:37 +05:30', TIMESTAMP '2024-06-12 23:29:08.123456 Asia/Kathmandu', 'Pacific/Chatham'), (1, NULL, TIMESTAMP '2024-08-20 06:26:03 -03:30', '+05:30'), (2, NULL, TIMESTAMP '2031-10-20 06:17:13 Asia/Tokyo', '+05:30')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '2024-02-03 06:13:37 +05:30', TIMESTAMP '2024-06-12 23:29:08.123456 Asia/Kathmandu', 'Pacific/Chatham'), (1, NULL, TIMESTAMP '2024-08-20 06:26:03 -03:30', '+05:30'), (2, NULL, TIMESTAMP '2031-10-20 06:17:13 Asia/Tokyo', '+05:30'), (0, TIMESTAMP '2024-02-03 06:13:37 +05:30', TIMESTAMP '2024-06-12 23:29:08.123456 Asia/Kathmandu', 'Pacific/Chatham'), (1, NULL, TIMESTAMP '2024-08-20 06:26:03 -03:30', '+05:30'), (2, NULL, TIMESTAMP '2031-10-20 06:17:13 Asia/Tokyo', '+05:30')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT minute(x), quarter(x), millisecond(x), timezone_hour(x) FROM (VALUES (0, TIMESTAMP '1999-01-02 09:18:23.123456 -11:00', TIMESTAMP '1999-02-12 08:57:28.5 Australia/Lord_Howe', 'Asia/Tokyo'), (1, TIMESTAMP '2025-09-19 08:37:02 Asia/Kathmandu', TIMESTAMP '2025-05-11 08:04:04.123 +14:00', 'America/New_York'), (2, TIMESTAMP '2025-01-24 08:50:58.5 America/New_York', TIMESTAMP '2031-08-19 04:39:42.123 Europe/Berlin', '-11:00')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '1999-01-02 09:18:23.123456 -11:00', TIMESTAMP '1999-02-12 08:57:28.5 Australia/Lord_Howe', 'Asia/Tokyo'), (1, TIMESTAMP '2025-09-19 08:37:02 Asia/Kathmandu', TIMESTAMP '2025-05-11 08:04:04.123 +14:00', 'America/New_York'), (2, TIMESTAMP '2025-01-24 08:50:58.5 America/New_York', TIMESTAMP '2031-08-19 04:39:42.123 Europe/Berlin', '-11:00'), (0, TIMESTAMP '1999-01-02 09:18:23.123456 -11:00', TIMESTAMP '1999-02-12 08:57:28.5 Australia/Lord_Howe', 'Asia/Tokyo'), (1, TIMESTAMP '2025-09-19 08:37:02 Asia/Kathmandu', TIMESTAMP '2025-05-11 08:04:04.123 +14:00', 'America/New_York'), (2, TIMESTAMP '2025-01-24 08:50:58.5 America/New_York', TIMESTAMP '2031-08-19 04:39:42.123 Europe/Berlin', '-11:00')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT year(x), day_of_year(x), to_unixtime(x), date_add('hour', 5, x) FROM (VALUES (0, TIMESTAMP '2025-02-09 17:46:21.123 Europe/London', TIMESTAMP '2025-12-19 18:28:29.123456 -03:30', '+14:00'), (1, TIMESTAMP '2031-09-01 13:38:05.123 +05:30', TIMESTAMP '2024-05-05 23:12:33 +05:45', 'Europe/London'), (2, TIMESTAMP '2024-11-15 19:57:15.5 Europe/Berlin', TIMESTAMP '2024-04-19 14:13:08 Asia/Kathmandu', 'America/New_York')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '2025-02-09 17:46:21.123 Europe/London', TIMESTAMP '2025-12-19 18:28:29.123456 -03:30', '+14:00'), (1, TIMESTAMP '2031-09-01 13:38:05.123 +05:30', TIMESTAMP '2024-05-05 23:12:33 +05:45', 'Europe/London'), (2, TIMESTAMP '2024-11-15 19:57:15.5 Europe/Berlin', TIMESTAMP '2024-04-19 14:13:08 Asia/Kathmandu', 'America/New_York'), (0, TIMESTAMP '2025-02-09 17:46:21.123 Europe/London', TIMESTAMP '2025-12-19 18:28:29.123456 -03:30', '+14:00'), (1, TIMESTAMP '2031-09-01 13:38:05.123 +05:30', TIMESTAMP '2024-05-05 23:12:33 +05:45', 'Europe/London'), (2, TIMESTAMP '2024-11-15 19:57:15.5 Europe/Berlin', TIMESTAMP '2024-04-19 14:13:08 Asia/Kathmandu', 'America/New_York')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT from_unixtime(to_unixtime(x), z), typeof(x), date_trunc('second', x), date_diff('week', x, y) FROM (VALUES (0, TIMESTAMP '1970-08-16 12:59:13.123 Europe/Berlin', TIMESTAMP '2025-09-16 14:45:53.123456 Asia/Kathmandu', 'America/New_York'), (1, TIMESTAMP '2024-05-21 22:01:41 Europe/Berlin', TIMESTAMP '1999-01-25 12:15:49 +05:45', '+05:30'), (2, TIMESTAMP '2025-04-07 19:16:11 +05:45', TIMESTAMP '2024-12-02 09:14:17.5 +14:00', 'Asia/Tokyo')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '1970-08-16 12:59:13.123 Europe/Berlin', TIMESTAMP '2025-09-16 14:45:53.123456 Asia/Kathmandu', 'America/New_York'), (1, TIMESTAMP '2024-05-21 22:01:41 Europe/Berlin', TIMESTAMP '1999-01-25 12:15:49 +05:45', '+05:30'), (2, TIMESTAMP '2025-04-07 19:16:11 +05:45', TIMESTAMP '2024-12-02 09:14:17.5 +14:00', 'Asia/Tokyo'), (0, TIMESTAMP '1970-08-16 12:59:13.123 Europe/Berlin', TIMESTAMP '2025-09-16 14:45:53.123456 Asia/Kathmandu', 'America/New_York'), (1, TIMESTAMP '2024-05-21 22:01:41 Europe/Berlin', TIMESTAMP '1999-01-25 12:15:49 +05:45', '+05:30'), (2, TIMESTAMP '2025-04-07 19:16:11 +05:45', TIMESTAMP '2024-12-02 09:14:17.5 +14:00', 'Asia/Tokyo')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT extract(HOUR FROM x), timezone_hour(x), CAST(x AS varchar), greatest(x, y) FROM (VALUES (0, TIMESTAMP '2031-12-08 06:26:59.123 +00:00', TIMESTAMP '2024-08-07 04:24:35.123456 Australia/Lord_Howe', 'Europe/London'), (1, TIMESTAMP '2031-11-23 07:13:15.123 -03:30', TIMESTAMP '2024-06-09 04:22:32 +05:30', 'Asia/Kathmandu'), (2, TIMESTAMP '2024-09-14 12:31:58 UTC', TIMESTAMP '2024-03-17 20:53:43.123 Europe/London', 'Asia/Kathmandu')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '2031-12-08 06:26:59.123 +00:00', TIMESTAMP '2024-08-07 04:24:35.123456 Australia/Lord_Howe', 'Europe/London'), (1, TIMESTAMP '2031-11-23 07:13:15.123 -03:30', TIMESTAMP '2024-06-09 04:22:32 +05:30', 'Asia/Kathmandu'), (2, TIMESTAMP '2024-09-14 12:31:58 UTC', TIMESTAMP '2024-03-17 20:53:43.123 Europe/London', 'Asia/Kathmandu'), (0, TIMESTAMP '2031-12-08 06:26:59.123 +00:00', TIMESTAMP '2024-08-07 04:24:35.123456 Australia/Lord_Howe', 'Europe/London'), (1, TIMESTAMP '2031-11-23 07:13:15.123 -03:30', TIMESTAMP '2024-06-09 04:22:32 +05:30', 'Asia/Kathmandu'), (2, TIMESTAMP '2024-09-14 12:31:58 UTC', TIMESTAMP '2024-03-17 20:53:43.123 Europe/London', 'Asia/Kathmandu')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT second(x), month(x), date_add('minute', 90, x), date_trunc('minute', x) FROM (VALUES (0, TIMESTAMP '2024-09-10 21:40:10.123456 +14:00', TIMESTAMP '2031-09-09 13:42:24.123456 UTC', 'Asia/Kolkata'), (1, NULL, TIMESTAMP '1970-09-13 21:51:36 Asia/Kathmandu', '-03:30'), (2, TIMESTAMP '1999-08-16 08:21:27.123 +14:00', TIMESTAMP '1970-04-14 23:01:59.5 +00:00', 'Asia/Tokyo')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '2024-09-10 21:40:10.123456 +14:00', TIMESTAMP '2031-09-09 13:42:24.123456 UTC', 'Asia/Kolkata'), (1, NULL, TIMESTAMP '1970-09-13 21:51:36 Asia/Kathmandu', '-03:30'), (2, TIMESTAMP '1999-08-16 08:21:27.123 +14:00', TIMESTAMP '1970-04-14 23:01:59.5 +00:00', 'Asia/Tokyo'), (0, TIMESTAMP '2024-09-10 21:40:10.123456 +14:00', TIMESTAMP '2031-09-09 13:42:24.123456 UTC', 'Asia/Kolkata'), (1, NULL, TIMESTAMP '1970-09-13 21:51:36 Asia/Kathmandu', '-03:30'), (2, TIMESTAMP '1999-08-16 08:21:27.123 +14:00', TIMESTAMP '1970-04-14 23:01:59.5 +00:00', 'Asia/Tokyo')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT cardinality(array_distinct(ARRAY[x, y, x])), date_trunc('month', x), date_add('second', -30, x), date_diff('year', x, y) FROM (VALUES (0, TIMESTAMP '1999-01-22 13:20:46.5 UTC', TIMESTAMP '2024-08-04 19:46:37 Pacific/Chatham', '+14:00'), (1, NULL, TIMESTAMP '2024-11-07 20:13:54.123456 -11:00', '-11:00'), (2, TIMESTAMP '2031-03-08 15:57:11.5 -11:00', TIMESTAMP '1999-12-03 12:24:06.123 Pacific/Chatham', 'Europe/Berlin')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '1999-01-22 13:20:46.5 UTC', TIMESTAMP '2024-08-04 19:46:37 Pacific/Chatham', '+14:00'), (1, NULL, TIMESTAMP '2024-11-07 20:13:54.123456 -11:00', '-11:00'), (2, TIMESTAMP '2031-03-08 15:57:11.5 -11:00', TIMESTAMP '1999-12-03 12:24:06.123 Pacific/Chatham', 'Europe/Berlin'), (0, TIMESTAMP '1999-01-22 13:20:46.5 UTC', TIMESTAMP '2024-08-04 19:46:37 Pacific/Chatham', '+14:00'), (1, NULL, TIMESTAMP '2024-11-07 20:13:54.123456 -11:00', '-11:00'), (2, TIMESTAMP '2031-03-08 15:57:11.5 -11:00', TIMESTAMP '1999-12-03 12:24:06.123 Pacific/Chatham', 'Europe/Berlin')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT x IS DISTINCT FROM y, date_diff('day', x, y), date_diff('year', x, y), date_add('minute', 90, x) FROM (VALUES (0, TIMESTAMP '2025-11-26 04:06:12.123456 Australia/Lord_Howe', TIMESTAMP '2024-06-04 20:40:48.5 +14:00', 'Australia/Lord_Howe'), (1, TIMESTAMP '2031-04-26 06:30:06 +05:30', TIMESTAMP '1999-02-07 09:53:10.5 Europe/London', 'Australia/Lord_Howe'), (2, TIMESTAMP '1970-10-02 08:43:29 +05:45', TIMESTAMP '2024-06-01 05:54:12 Europe/Berlin', 'Asia/Kathmandu')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '2025-11-26 04:06:12.123456 Australia/Lord_Howe', TIMESTAMP '2024-06-04 20:40:48.5 +14:00', 'Australia/Lord_Howe'), (1, TIMESTAMP '2031-04-26 06:30:06 +05:30', TIMESTAMP '1999-02-07 09:53:10.5 Europe/London', 'Australia/Lord_Howe'), (2, TIMESTAMP '1970-10-02 08:43:29 +05:45', TIMESTAMP '2024-06-01 05:54:12 Europe/Berlin', 'Asia/Kathmandu'), (0, TIMESTAMP '2025-11-26 04:06:12.123456 Australia/Lord_Howe', TIMESTAMP '2024-06-04 20:40:48.5 +14:00', 'Australia/Lord_Howe'), (1, TIMESTAMP '2031-04-26 06:30:06 +05:30', TIMESTAMP '1999-02-07 09:53:10.5 Europe/London', 'Australia/Lord_Howe'), (2, TIMESTAMP '1970-10-02 08:43:29 +05:45', TIMESTAMP '2024-06-01 05:54:12 Europe/Berlin', 'Asia/Kathmandu')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT date_trunc('day', x), date_trunc('hour', x), CAST(x AS timestamp(6)), CAST(x AS time) FROM (VALUES (0, TIMESTAMP '2024-03-04 20:50:00.5 Europe/London', TIMESTAMP '1970-12-28 16:36:38 +14:00', '-11:00'), (1, TIMESTAMP '2024-05-09 07:47:47 Pacific/Chatham', TIMESTAMP '2024-04-24 09:04:51.5 Asia/Kolkata', 'Asia/Kathmandu'), (2, TIMESTAMP '2024-06-07 16:36:11.123456 -03:30', TIMESTAMP '2024-08-21 10:44:07.123 -11:00', '+05:30')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '2024-03-04 20:50:00.5 Europe/London', TIMESTAMP '1970-12-28 16:36:38 +14:00', '-11:00'), (1, TIMESTAMP '2024-05-09 07:47:47 Pacific/Chatham', TIMESTAMP '2024-04-24 09:04:51.5 Asia/Kolkata', 'Asia/Kathmandu'), (2, TIMESTAMP '2024-06-07 16:36:11.123456 -03:30', TIMESTAMP '2024-08-21 10:44:07.123 -11:00', '+05:30'), (0, TIMESTAMP '2024-03-04 20:50:00.5 Europe/London', TIMESTAMP '1970-12-28 16:36:38 +14:00', '-11:00'), (1, TIMESTAMP '2024-05-09 07:47:47 Pacific/Chatham', TIMESTAMP '2024-04-24 09:04:51.5 Asia/Kolkata', 'Asia/Kathmandu'), (2, TIMESTAMP '2024-06-07 16:36:11.123456 -03:30', TIMESTAMP '2024-08-21 10:44:07.123 -11:00', '+05:30')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT date_diff('month', x, y), week(x), at_timezone(x, z), date_diff('week', x, y) FROM (VALUES (0, TIMESTAMP '2024-07-17 05:48:12.123 +05:30', TIMESTAMP '1970-05-09 12:57:21.123456 +14:00', '+14:00'), (1, TIMESTAMP '2024-11-25 05:24:59 Europe/Berlin', TIMESTAMP '1999-08-18 23:38:03.123 Asia/Kathmandu', 'Europe/Berlin'), (2, TIMESTAMP '2024-09-13 23:19:23.123456 Asia/Kolkata', TIMESTAMP '2031-04-19 05:40:10.123 +05:45', 'Australia/Lord_Howe')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '2024-07-17 05:48:12.123 +05:30', TIMESTAMP '1970-05-09 12:57:21.123456 +14:00', '+14:00'), (1, TIMESTAMP '2024-11-25 05:24:59 Europe/Berlin', TIMESTAMP '1999-08-18 23:38:03.123 Asia/Kathmandu', 'Europe/Berlin'), (2, TIMESTAMP '2024-09-13 23:19:23.123456 Asia/Kolkata', TIMESTAMP '2031-04-19 05:40:10.123 +05:45', 'Australia/Lord_Howe'), (0, TIMESTAMP '2024-07-17 05:48:12.123 +05:30', TIMESTAMP '1970-05-09 12:57:21.123456 +14:00', '+14:00'), (1, TIMESTAMP '2024-11-25 05:24:59 Europe/Berlin', TIMESTAMP '1999-08-18 23:38:03.123 Asia/Kathmandu', 'Europe/Berlin'), (2, TIMESTAMP '2024-09-13 23:19:23.123456 Asia/Kolkata', TIMESTAMP '2031-04-19 05:40:10.123 +05:45', 'Australia/Lord_Howe')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT contains(ARRAY[x], y), extract(TIMEZONE_MINUTE FROM x), date_add('minute', 90, x), to_unixtime(x) FROM (VALUES (0, TIMESTAMP '1970-10-24 14:04:51 Europe/Berlin', TIMESTAMP '2025-08-09 11:02:33 Europe/London', '+05:45'), (1, NULL, TIMESTAMP '1999-02-12 18:08:42.123 Asia/Kathmandu', '-11:00'), (2, TIMESTAMP '1999-05-24 08:15:30 +14:00', TIMESTAMP '2031-09-20 15:17:17.123456 Australia/Lord_Howe', 'Asia/Tokyo')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '1970-10-24 14:04:51 Europe/Berlin', TIMESTAMP '2025-08-09 11:02:33 Europe/London', '+05:45'), (1, NULL, TIMESTAMP '1999-02-12 18:08:42.123 Asia/Kathmandu', '-11:00'), (2, TIMESTAMP '1999-05-24 08:15:30 +14:00', TIMESTAMP '2031-09-20 15:17:17.123456 Australia/Lord_Howe', 'Asia/Tokyo'), (0, TIMESTAMP '1970-10-24 14:04:51 Europe/Berlin', TIMESTAMP '2025-08-09 11:02:33 Europe/London', '+05:45'), (1, NULL, TIMESTAMP '1999-02-12 18:08:42.123 Asia/Kathmandu', '-11:00'), (2, TIMESTAMP '1999-05-24 08:15:30 +14:00', TIMESTAMP '2031-09-20 15:17:17.123456 Australia/Lord_Howe', 'Asia/Tokyo')) t(i, x, y, z) GROUP BY x ORDER BY x
SELECT date_diff('day', x, y), extract(HOUR FROM x), timezone_minute(x), nullif(x, y) FROM (VALUES (0, TIMESTAMP '2031-04-07 11:32:41 Europe/London', TIMESTAMP '2025-01-21 05:00:17.5 Europe/Berlin', '+05:30'), (1, TIMESTAMP '1970-11-06 21:15:40.5 Asia/Kathmandu', TIMESTAMP '2024-04-11 14:31:47 Pacific/Chatham', 'Pacific/Chatham'), (2, NULL, TIMESTAMP '2031-10-11 13:35:48 Europe/Berlin', 'Australia/Lord_Howe')) t(i, x, y, z) ORDER BY i
SELECT x, count(*), min(y), max(y), max_by(y, x), sum(i) FROM (VALUES (0, TIMESTAMP '2031-04-07 11:32:41 Europe/London', TIMESTAMP '2025-01-21 05:00:17.5 Europe/Berlin', '+05:30'), (1, TIMESTAMP '1970-11-06 21:15:40.5 Asia/Kathmandu', TIMESTAMP '2024-04-11 14:31:47 Pacific/Chatham', 'Pacific/Chatham'), (2, NULL, TIMESTAMP '2031-10-11 13:35:48 Europe/Berlin', 'Australia/Lord_Howe'), (0, TIMESTAMP '2031-04-07 11:32:41 Europe/London', TIMESTAMP '2025-01-21 05:00:17.5 Europe/Berlin', '+05:30'), (1, TIMESTAMP '1970-11-06 21:15:40.5 Asia/Kathmandu', TIMESTAMP '2024-04-11 14:31:47 Pacific/Chatham', 'Pacific/Chatham'), (2, NULL, TIMESTAMP '2031-10-11 13:35:48 Europe/Berlin', 'Australia/Lord_Howe')) t(i, x, y, z) GROUP BY x ORDER BY x
TIMESTAMP '2024-01-01 00:00:00.123656 UTC' - TIMESTAMP '2024-01-01 00:00:00 UTC', TIMESTAMP '2024-01-01 00:00:00' - TIMESTAMP '2024-01-01 00:00:00.1235', TIMESTAMP '2024-01-01 00:00:00.1235' - TIMESTAMP '2024-01-01 00:00:00', TIME '10:00:00.123656' - TIME '10:00:00', TIME '10:00:00' - TIME '10:00:00.123456'
date_diff('second', TIMESTAMP '2024-01-01 00:00:00.123456', TIMESTAMP '2024-01-01 00:00:01.123'), date_diff('day', TIMESTAMP '1999-02-11 23:51:40 Australia/Lord_Howe', TIMESTAMP '2024-05-11 23:46:32 Australia/Lord_Howe'), date_diff('day', TIMESTAMP '1999-02-11 23:51:40.000000 Australia/Lord_Howe', TIMESTAMP '2024-05-11 23:46:32 Australia/Lord_Howe')
to_iso8601(TIMESTAMP '2024-01-01 00:00:00 Europe/London'), to_unixtime(TIMESTAMP '1970-03-16 10:43:07.123456 Europe/London'), date_add('millisecond', 5, TIMESTAMP '2024-03-27 17:24:30 +14:00')
-- arrays, rows and maps, mixed
CASE CAST(ARRAY[MAP(ARRAY[], ARRAY[]), MAP(ARRAY[1], ARRAY[1])] AS array(map(integer, integer))) WHEN CAST(ARRAY[MAP(ARRAY[0], ARRAY[1])] AS array(map(integer, integer))) THEN 1 WHEN CAST(NULL AS array(map(integer, integer))) THEN 2 END
SELECT x, count(*), sum(i) FROM (VALUES (0, CAST(ARRAY[MAP(ARRAY[], ARRAY[]), NULL, NULL] AS array(map(integer, integer)))), (1, CAST(ARRAY[MAP(ARRAY[1], ARRAY[1])] AS array(map(integer, integer)))), (2, CAST(ARRAY[MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (3, CAST(ARRAY[] AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[1], ARRAY[0]), MAP(ARRAY[1, 2], ARRAY[3, NULL]), MAP(ARRAY[1], ARRAY[1])] AS array(map(integer, integer))))) t(i, x) GROUP BY x ORDER BY 3
array_union(ARRAY[CAST(MAP(ARRAY[0], ARRAY[3]) AS map(integer, integer))], ARRAY[CAST(NULL AS map(integer, integer)), CAST(MAP(ARRAY[0], ARRAY[3]) AS map(integer, integer))])
SELECT count(*) FROM (SELECT x FROM (VALUES (0, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (1, CAST(MAP(ARRAY[1], ARRAY[1]) AS map(integer, integer))), (2, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (3, CAST(MAP(ARRAY[1, 0], ARRAY[0, 2]) AS map(integer, integer))), (4, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)))) t(i, x) WHERE i < 3 INTERSECT SELECT x FROM (VALUES (0, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (1, CAST(MAP(ARRAY[1], ARRAY[1]) AS map(integer, integer))), (2, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (3, CAST(MAP(ARRAY[1, 0], ARRAY[0, 2]) AS map(integer, integer))), (4, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)))) t(i, x) WHERE i > 1)
greatest(CAST(ARRAY[] AS array(integer)), CAST(ARRAY[NULL] AS array(integer)), CAST(ARRAY[3, 3] AS array(integer)))
CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)) < CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))
SELECT a.i, b.i FROM (VALUES (0, CAST(MAP(ARRAY[0, 1], ARRAY[1, 3]) AS map(integer, integer))), (1, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (2, CAST(MAP(ARRAY[2, 1], ARRAY[NULL, NULL]) AS map(integer, integer))), (3, CAST(MAP(ARRAY[0, 1], ARRAY[3, NULL]) AS map(integer, integer))), (4, CAST(MAP(ARRAY[1], ARRAY[2]) AS map(integer, integer)))) a(i, x) JOIN (VALUES (0, CAST(MAP(ARRAY[0, 1], ARRAY[1, 3]) AS map(integer, integer))), (1, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (2, CAST(MAP(ARRAY[2, 1], ARRAY[NULL, NULL]) AS map(integer, integer))), (3, CAST(MAP(ARRAY[0, 1], ARRAY[3, NULL]) AS map(integer, integer))), (4, CAST(MAP(ARRAY[1], ARRAY[2]) AS map(integer, integer)))) b(i, x) ON a.x = b.x ORDER BY 1, 2
CAST(ARRAY[] AS array(array(integer))) IN (CAST(ARRAY[] AS array(array(integer))), CAST(ARRAY[ARRAY[1], ARRAY[1, 0]] AS array(array(integer))))
SELECT max_by(i, x), min_by(i, x) FROM (VALUES (0, CAST(ARRAY[ARRAY[2, 2, 2], ARRAY[2, 2, 2], ARRAY[0, 3]] AS array(array(integer)))), (1, CAST(ARRAY[ARRAY[1, 2, 0], ARRAY[1, 1]] AS array(array(integer)))), (2, CAST(ARRAY[] AS array(array(integer)))), (3, CAST(ARRAY[] AS array(array(integer)))), (4, CAST(NULL AS array(array(integer))))) t(i, x)
CASE CAST(ARRAY[ARRAY[0], ARRAY[]] AS array(array(integer))) WHEN CAST(ARRAY[ARRAY[NULL, 3, 3], ARRAY[], ARRAY[NULL, 2]] AS array(array(integer))) THEN 1 WHEN CAST(ARRAY[ARRAY[1, 3], ARRAY[], ARRAY[NULL]] AS array(array(integer))) THEN 2 END
array_remove(ARRAY[CAST(NULL AS map(integer, array(integer))), CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer)))], CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer))))
SELECT max_by(i, x), min_by(i, x) FROM (VALUES (0, CAST(MAP(ARRAY[1, 0], ARRAY[ARRAY[1], ARRAY[1, 3]]) AS map(integer, array(integer)))), (1, CAST(MAP(ARRAY[1], ARRAY[ARRAY[1, 3, 2]]) AS map(integer, array(integer)))), (2, CAST(MAP(ARRAY[0], ARRAY[NULL]) AS map(integer, array(integer)))), (3, CAST(MAP(ARRAY[1], ARRAY[ARRAY[3, 3]]) AS map(integer, array(integer)))), (4, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer))))) t(i, x)
CAST(ARRAY[3, 0] AS array(integer)) IN (CAST(ARRAY[2] AS array(integer)), CAST(ARRAY[NULL, 0] AS array(integer)))
SELECT count(DISTINCT x), count(x) FROM (VALUES (0, CAST(ARRAY[1, 0, NULL] AS array(integer))), (1, CAST(ARRAY[NULL, 3] AS array(integer))), (2, CAST(ARRAY[2, NULL, NULL] AS array(integer))), (3, CAST(ARRAY[3, 3] AS array(integer))), (4, CAST(ARRAY[] AS array(integer)))) t(i, x)
contains_sequence(ARRAY[CAST(ROW(ARRAY[], NULL) AS row(array(integer), double)), CAST(ROW(NULL, -2e0) AS row(array(integer), double))], ARRAY[CAST(ROW(NULL, -2e0) AS row(array(integer), double))])
SELECT i, dense_rank() OVER (ORDER BY x) FROM (VALUES (0, CAST(ROW(ARRAY[3, 2], NULL) AS row(array(integer), double))), (1, CAST(ROW(ARRAY[NULL, 0], nan()) AS row(array(integer), double))), (2, CAST(ROW(ARRAY[1, NULL], infinity()) AS row(array(integer), double))), (3, CAST(ROW(ARRAY[3, 2], NULL) AS row(array(integer), double))), (4, CAST(ROW(ARRAY[0, 3, 1], infinity()) AS row(array(integer), double)))) t(i, x) ORDER BY i
array_remove(ARRAY[CAST(ARRAY[ARRAY[1]] AS array(array(integer))), CAST(ARRAY[ARRAY[3, 3], ARRAY[1], ARRAY[2]] AS array(array(integer)))], CAST(ARRAY[NULL] AS array(array(integer))))
SELECT count(DISTINCT x), count(x) FROM (VALUES (0, CAST(ARRAY[ARRAY[NULL], ARRAY[3], ARRAY[1]] AS array(array(integer)))), (1, CAST(ARRAY[ARRAY[0, NULL, NULL], ARRAY[0, NULL, 3]] AS array(array(integer)))), (2, CAST(ARRAY[ARRAY[]] AS array(array(integer)))), (3, CAST(ARRAY[NULL, ARRAY[NULL, 1, NULL]] AS array(array(integer)))), (4, CAST(ARRAY[ARRAY[1, 0], ARRAY[2, 0, 2]] AS array(array(integer))))) t(i, x)
least(CAST(ARRAY[] AS array(map(integer, integer))), CAST(ARRAY[NULL, MAP(ARRAY[2], ARRAY[3]), MAP(ARRAY[1, 0], ARRAY[1, 3])] AS array(map(integer, integer))))
SELECT a.i, b.i FROM (VALUES (0, CAST(ARRAY[MAP(ARRAY[0, 2], ARRAY[0, 0]), MAP(ARRAY[1], ARRAY[NULL]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (1, CAST(ARRAY[MAP(ARRAY[], ARRAY[]), NULL, MAP(ARRAY[2, 0], ARRAY[0, NULL])] AS array(map(integer, integer)))), (2, CAST(ARRAY[NULL] AS array(map(integer, integer)))), (3, CAST(ARRAY[] AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[0, 2], ARRAY[2, 1])] AS array(map(integer, integer))))) a(i, x) JOIN (VALUES (0, CAST(ARRAY[MAP(ARRAY[0, 2], ARRAY[0, 0]), MAP(ARRAY[1], ARRAY[NULL]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (1, CAST(ARRAY[MAP(ARRAY[], ARRAY[]), NULL, MAP(ARRAY[2, 0], ARRAY[0, NULL])] AS array(map(integer, integer)))), (2, CAST(ARRAY[NULL] AS array(map(integer, integer)))), (3, CAST(ARRAY[] AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[0, 2], ARRAY[2, 1])] AS array(map(integer, integer))))) b(i, x) ON a.x = b.x ORDER BY 1, 2
array_remove(ARRAY[CAST(ROW(ARRAY[0], NULL) AS row(array(integer), double)), CAST(NULL AS row(array(integer), double))], CAST(ROW(ARRAY[1, 0], NULL) AS row(array(integer), double)))
SELECT x, count(*), sum(i) FROM (VALUES (0, CAST(ROW(ARRAY[], infinity()) AS row(array(integer), double))), (1, CAST(ROW(ARRAY[1, 1, 2], infinity()) AS row(array(integer), double))), (2, CAST(ROW(ARRAY[], -2e0) AS row(array(integer), double))), (3, CAST(NULL AS row(array(integer), double))), (4, CAST(ROW(ARRAY[3, 2, 2], 0e0) AS row(array(integer), double)))) t(i, x) GROUP BY x ORDER BY 3
nullif(CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer))), CAST(MAP(ARRAY[2], ARRAY[ARRAY[3, NULL]]) AS map(integer, array(integer))))
SELECT a.i, b.i FROM (VALUES (0, CAST(MAP(ARRAY[0, 2], ARRAY[ARRAY[0], ARRAY[]]) AS map(integer, array(integer)))), (1, CAST(MAP(ARRAY[2], ARRAY[ARRAY[0, NULL, NULL]]) AS map(integer, array(integer)))), (2, CAST(MAP(ARRAY[2, 1], ARRAY[ARRAY[1], ARRAY[3]]) AS map(integer, array(integer)))), (3, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer)))), (4, CAST(MAP(ARRAY[0, 2], ARRAY[ARRAY[3], ARRAY[3, NULL, 3]]) AS map(integer, array(integer))))) a(i, x) JOIN (VALUES (0, CAST(MAP(ARRAY[0, 2], ARRAY[ARRAY[0], ARRAY[]]) AS map(integer, array(integer)))), (1, CAST(MAP(ARRAY[2], ARRAY[ARRAY[0, NULL, NULL]]) AS map(integer, array(integer)))), (2, CAST(MAP(ARRAY[2, 1], ARRAY[ARRAY[1], ARRAY[3]]) AS map(integer, array(integer)))), (3, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer)))), (4, CAST(MAP(ARRAY[0, 2], ARRAY[ARRAY[3], ARRAY[3, NULL, 3]]) AS map(integer, array(integer))))) b(i, x) ON a.x = b.x ORDER BY 1, 2
SELECT i, x FROM (VALUES (0, CAST(ARRAY[nan(), 1.5e0, NULL] AS array(double))), (1, CAST(ARRAY[0e0, infinity()] AS array(double))), (2, CAST(ARRAY[0e0, nan()] AS array(double))), (3, CAST(ARRAY[NULL] AS array(double))), (4, CAST(ARRAY[] AS array(double)))) t(i, x) ORDER BY x, i
CAST(ROW(NULL, NULL) AS row(integer, varchar)) BETWEEN CAST(ROW(3, NULL) AS row(integer, varchar)) AND CAST(ROW(3, 'b') AS row(integer, varchar))
SELECT i, x IN (SELECT y FROM (VALUES (0, CAST(ROW(3, NULL) AS row(integer, varchar))), (1, CAST(ROW(1, 'a') AS row(integer, varchar))), (2, CAST(NULL AS row(integer, varchar))), (3, CAST(ROW(0, 'b') AS row(integer, varchar))), (4, CAST(ROW(0, '') AS row(integer, varchar)))) u(j, y) WHERE j > 2) FROM (VALUES (0, CAST(ROW(3, NULL) AS row(integer, varchar))), (1, CAST(ROW(1, 'a') AS row(integer, varchar))), (2, CAST(NULL AS row(integer, varchar))), (3, CAST(ROW(0, 'b') AS row(integer, varchar))), (4, CAST(ROW(0, '') AS row(integer, varchar)))) t(i, x) ORDER BY i
CAST(MAP(ARRAY[1], ARRAY[2]) AS map(integer, integer)) IN (CAST(MAP(ARRAY[0, 1], ARRAY[2, 1]) AS map(integer, integer)), CAST(MAP(ARRAY[1, 0], ARRAY[2, 3]) AS map(integer, integer)))
SELECT a.i, b.i FROM (VALUES (0, CAST(MAP(ARRAY[2], ARRAY[0]) AS map(integer, integer))), (1, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (2, CAST(MAP(ARRAY[2], ARRAY[0]) AS map(integer, integer))), (3, CAST(MAP(ARRAY[1, 2], ARRAY[1, 2]) AS map(integer, integer))), (4, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)))) a(i, x) JOIN (VALUES (0, CAST(MAP(ARRAY[2], ARRAY[0]) AS map(integer, integer))), (1, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (2, CAST(MAP(ARRAY[2], ARRAY[0]) AS map(integer, integer))), (3, CAST(MAP(ARRAY[1, 2], ARRAY[1, 2]) AS map(integer, integer))), (4, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)))) b(i, x) ON a.x = b.x ORDER BY 1, 2
array_position(ARRAY[CAST(ARRAY[] AS array(double)), CAST(ARRAY[-2e0] AS array(double))], CAST(ARRAY[-2e0] AS array(double)))
SELECT x, count(*), sum(i) FROM (VALUES (0, CAST(ARRAY[-2e0, NULL, infinity()] AS array(double))), (1, CAST(ARRAY[] AS array(double))), (2, CAST(ARRAY[NULL] AS array(double))), (3, CAST(ARRAY[-2e0] AS array(double))), (4, CAST(ARRAY[] AS array(double)))) t(i, x) GROUP BY x ORDER BY 3
CAST(ARRAY[MAP(ARRAY[2], ARRAY[2])] AS array(map(integer, integer))) IS DISTINCT FROM CAST(ARRAY[] AS array(map(integer, integer)))
SELECT count(*) FROM (SELECT x FROM (VALUES (0, CAST(ARRAY[MAP(ARRAY[1, 2], ARRAY[1, 2]), MAP(ARRAY[2, 0], ARRAY[NULL, NULL]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (1, CAST(ARRAY[MAP(ARRAY[0], ARRAY[1]), MAP(ARRAY[0], ARRAY[NULL])] AS array(map(integer, integer)))), (2, CAST(ARRAY[MAP(ARRAY[], ARRAY[]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (3, CAST(ARRAY[MAP(ARRAY[0, 1], ARRAY[2, 0]), MAP(ARRAY[2], ARRAY[0]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[2], ARRAY[NULL]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer))))) t(i, x) WHERE i < 3 INTERSECT SELECT x FROM (VALUES (0, CAST(ARRAY[MAP(ARRAY[1, 2], ARRAY[1, 2]), MAP(ARRAY[2, 0], ARRAY[NULL, NULL]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (1, CAST(ARRAY[MAP(ARRAY[0], ARRAY[1]), MAP(ARRAY[0], ARRAY[NULL])] AS array(map(integer, integer)))), (2, CAST(ARRAY[MAP(ARRAY[], ARRAY[]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (3, CAST(ARRAY[MAP(ARRAY[0, 1], ARRAY[2, 0]), MAP(ARRAY[2], ARRAY[0]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[2], ARRAY[NULL]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer))))) t(i, x) WHERE i > 1)
array_remove(ARRAY[CAST(ROW(ARRAY[2, NULL, NULL], NULL) AS row(array(integer), double)), CAST(ROW(ARRAY[], NULL) AS row(array(integer), double))], CAST(ROW(ARRAY[0, 3], nan()) AS row(array(integer), double)))
SELECT i, x FROM (VALUES (0, CAST(ROW(ARRAY[NULL, 0], 1.5e0) AS row(array(integer), double))), (1, CAST(ROW(ARRAY[2, 0, 1], -2e0) AS row(array(integer), double))), (2, CAST(ROW(ARRAY[2], 1.5e0) AS row(array(integer), double))), (3, CAST(ROW(ARRAY[], NULL) AS row(array(integer), double))), (4, CAST(ROW(ARRAY[2, 2, 2], 1.5e0) AS row(array(integer), double)))) t(i, x) ORDER BY x, i
contains_sequence(ARRAY[CAST(MAP(ARRAY[1, 2], ARRAY[ARRAY[], ARRAY[]]) AS map(integer, array(integer))), CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer)))], ARRAY[CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer)))])
SELECT a.i, b.i FROM (VALUES (0, CAST(MAP(ARRAY[2], ARRAY[ARRAY[]]) AS map(integer, array(integer)))), (1, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer)))), (2, CAST(MAP(ARRAY[2], ARRAY[ARRAY[1, 3]]) AS map(integer, array(integer)))), (3, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer)))), (4, CAST(MAP(ARRAY[2], ARRAY[ARRAY[1]]) AS map(integer, array(integer))))) a(i, x) JOIN (VALUES (0, CAST(MAP(ARRAY[2], ARRAY[ARRAY[]]) AS map(integer, array(integer)))), (1, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer)))), (2, CAST(MAP(ARRAY[2], ARRAY[ARRAY[1, 3]]) AS map(integer, array(integer)))), (3, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, array(integer)))), (4, CAST(MAP(ARRAY[2], ARRAY[ARRAY[1]]) AS map(integer, array(integer))))) b(i, x) ON a.x = b.x ORDER BY 1, 2
array_position(ARRAY[CAST(NULL AS row(integer, varchar)), CAST(NULL AS row(integer, varchar))], CAST(ROW(NULL, '') AS row(integer, varchar)))
SELECT max_by(i, x), min_by(i, x) FROM (VALUES (0, CAST(ROW(NULL, 'a') AS row(integer, varchar))), (1, CAST(NULL AS row(integer, varchar))), (2, CAST(ROW(0, '') AS row(integer, varchar))), (3, CAST(ROW(NULL, '') AS row(integer, varchar))), (4, CAST(ROW(1, '') AS row(integer, varchar)))) t(i, x)
greatest(CAST(ROW(ARRAY[], -2e0) AS row(array(integer), double)), CAST(ROW(ARRAY[], infinity()) AS row(array(integer), double)), CAST(ROW(ARRAY[], NULL) AS row(array(integer), double)))
SELECT count(DISTINCT x), count(x) FROM (VALUES (0, CAST(ROW(ARRAY[], -2e0) AS row(array(integer), double))), (1, CAST(ROW(ARRAY[NULL], 1.5e0) AS row(array(integer), double))), (2, CAST(ROW(ARRAY[1, 0], 0e0) AS row(array(integer), double))), (3, CAST(ROW(ARRAY[0, 3], NULL) AS row(array(integer), double))), (4, CAST(ROW(ARRAY[2], 1.5e0) AS row(array(integer), double)))) t(i, x)
greatest(CAST(ARRAY[NULL] AS array(row(integer, boolean))), CAST(ARRAY[ROW(3, true)] AS array(row(integer, boolean))), CAST(ARRAY[ROW(3, true)] AS array(row(integer, boolean))))
SELECT count(*) FROM (SELECT x FROM (VALUES (0, CAST(NULL AS array(row(integer, boolean)))), (1, CAST(NULL AS array(row(integer, boolean)))), (2, CAST(ARRAY[ROW(0, false), ROW(2, false), ROW(1, false)] AS array(row(integer, boolean)))), (3, CAST(ARRAY[] AS array(row(integer, boolean)))), (4, CAST(ARRAY[ROW(1, NULL)] AS array(row(integer, boolean))))) t(i, x) WHERE i < 3 INTERSECT SELECT x FROM (VALUES (0, CAST(NULL AS array(row(integer, boolean)))), (1, CAST(NULL AS array(row(integer, boolean)))), (2, CAST(ARRAY[ROW(0, false), ROW(2, false), ROW(1, false)] AS array(row(integer, boolean)))), (3, CAST(ARRAY[] AS array(row(integer, boolean)))), (4, CAST(ARRAY[ROW(1, NULL)] AS array(row(integer, boolean))))) t(i, x) WHERE i > 1)
array_position(ARRAY[CAST(ARRAY[] AS array(integer)), CAST(ARRAY[NULL, 2] AS array(integer))], CAST(ARRAY[2, 0] AS array(integer)))
SELECT count(DISTINCT x), count(x) FROM (VALUES (0, CAST(ARRAY[2, NULL, 1] AS array(integer))), (1, CAST(NULL AS array(integer))), (2, CAST(ARRAY[] AS array(integer))), (3, CAST(NULL AS array(integer))), (4, CAST(ARRAY[1, 3] AS array(integer)))) t(i, x)
least(CAST(ARRAY[ROW(2, true), ROW(1, true)] AS array(row(integer, boolean))), CAST(ARRAY[] AS array(row(integer, boolean))))
SELECT max_by(i, x), min_by(i, x) FROM (VALUES (0, CAST(NULL AS array(row(integer, boolean)))), (1, CAST(ARRAY[ROW(NULL, true), ROW(2, true)] AS array(row(integer, boolean)))), (2, CAST(ARRAY[ROW(3, true)] AS array(row(integer, boolean)))), (3, CAST(ARRAY[ROW(1, false), ROW(NULL, true), ROW(1, true)] AS array(row(integer, boolean)))), (4, CAST(ARRAY[] AS array(row(integer, boolean))))) t(i, x)
least(CAST(ARRAY[] AS array(map(integer, integer))), CAST(NULL AS array(map(integer, integer))))
SELECT count(*) FROM (SELECT x FROM (VALUES (0, CAST(ARRAY[] AS array(map(integer, integer)))), (1, CAST(ARRAY[] AS array(map(integer, integer)))), (2, CAST(ARRAY[MAP(ARRAY[0, 2], ARRAY[3, 2]), MAP(ARRAY[2], ARRAY[0])] AS array(map(integer, integer)))), (3, CAST(NULL AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[0], ARRAY[3])] AS array(map(integer, integer))))) t(i, x) WHERE i < 3 INTERSECT SELECT x FROM (VALUES (0, CAST(ARRAY[] AS array(map(integer, integer)))), (1, CAST(ARRAY[] AS array(map(integer, integer)))), (2, CAST(ARRAY[MAP(ARRAY[0, 2], ARRAY[3, 2]), MAP(ARRAY[2], ARRAY[0])] AS array(map(integer, integer)))), (3, CAST(NULL AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[0], ARRAY[3])] AS array(map(integer, integer))))) t(i, x) WHERE i > 1)
CAST(ARRAY[] AS array(map(integer, integer))) >= CAST(ARRAY[MAP(ARRAY[0], ARRAY[1])] AS array(map(integer, integer)))
SELECT i, x IN (SELECT y FROM (VALUES (0, CAST(ARRAY[MAP(ARRAY[0, 1], ARRAY[0, 1])] AS array(map(integer, integer)))), (1, CAST(ARRAY[MAP(ARRAY[], ARRAY[]), MAP(ARRAY[], ARRAY[]), MAP(ARRAY[1, 0], ARRAY[1, 3])] AS array(map(integer, integer)))), (2, CAST(ARRAY[MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (3, CAST(ARRAY[] AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[], ARRAY[]), MAP(ARRAY[0], ARRAY[3])] AS array(map(integer, integer))))) u(j, y) WHERE j > 2) FROM (VALUES (0, CAST(ARRAY[MAP(ARRAY[0, 1], ARRAY[0, 1])] AS array(map(integer, integer)))), (1, CAST(ARRAY[MAP(ARRAY[], ARRAY[]), MAP(ARRAY[], ARRAY[]), MAP(ARRAY[1, 0], ARRAY[1, 3])] AS array(map(integer, integer)))), (2, CAST(ARRAY[MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (3, CAST(ARRAY[] AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[], ARRAY[]), MAP(ARRAY[0], ARRAY[3])] AS array(map(integer, integer))))) t(i, x) ORDER BY i
array_distinct(ARRAY[CAST(ARRAY[MAP(ARRAY[], ARRAY[]), MAP(ARRAY[], ARRAY[]), MAP(ARRAY[0], ARRAY[0])] AS array(map(integer, integer))), CAST(ARRAY[MAP(ARRAY[0, 2], ARRAY[NULL, 2]), MAP(ARRAY[1], ARRAY[2]), MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer))), CAST(ARRAY[MAP(ARRAY[], ARRAY[]), MAP(ARRAY[], ARRAY[]), MAP(ARRAY[0], ARRAY[0])] AS array(map(integer, integer)))])
SELECT a.i, b.i FROM (VALUES (0, CAST(ARRAY[] AS array(map(integer, integer)))), (1, CAST(ARRAY[MAP(ARRAY[1], ARRAY[1]), MAP(ARRAY[2, 0], ARRAY[0, 1])] AS array(map(integer, integer)))), (2, CAST(ARRAY[MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (3, CAST(ARRAY[MAP(ARRAY[2, 1], ARRAY[1, 0])] AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[0, 1], ARRAY[NULL, 1])] AS array(map(integer, integer))))) a(i, x) JOIN (VALUES (0, CAST(ARRAY[] AS array(map(integer, integer)))), (1, CAST(ARRAY[MAP(ARRAY[1], ARRAY[1]), MAP(ARRAY[2, 0], ARRAY[0, 1])] AS array(map(integer, integer)))), (2, CAST(ARRAY[MAP(ARRAY[], ARRAY[])] AS array(map(integer, integer)))), (3, CAST(ARRAY[MAP(ARRAY[2, 1], ARRAY[1, 0])] AS array(map(integer, integer)))), (4, CAST(ARRAY[MAP(ARRAY[0, 1], ARRAY[NULL, 1])] AS array(map(integer, integer))))) b(i, x) ON a.x = b.x ORDER BY 1, 2
CAST(ARRAY[3, 0] AS array(integer)) IS DISTINCT FROM CAST(ARRAY[] AS array(integer))
SELECT i, dense_rank() OVER (ORDER BY x) FROM (VALUES (0, CAST(ARRAY[3, 0] AS array(integer))), (1, CAST(NULL AS array(integer))), (2, CAST(NULL AS array(integer))), (3, CAST(ARRAY[NULL, NULL] AS array(integer))), (4, CAST(ARRAY[2] AS array(integer)))) t(i, x) ORDER BY i
array_remove(ARRAY[CAST(MAP(ARRAY[2, 1], ARRAY[1, 1]) AS map(integer, integer)), CAST(NULL AS map(integer, integer))], CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)))
SELECT count(*) FROM (SELECT x FROM (VALUES (0, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (1, CAST(MAP(ARRAY[0], ARRAY[0]) AS map(integer, integer))), (2, CAST(NULL AS map(integer, integer))), (3, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (4, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)))) t(i, x) WHERE i < 3 INTERSECT SELECT x FROM (VALUES (0, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (1, CAST(MAP(ARRAY[0], ARRAY[0]) AS map(integer, integer))), (2, CAST(NULL AS map(integer, integer))), (3, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (4, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)))) t(i, x) WHERE i > 1)
nullif(CAST(NULL AS array(array(integer))), CAST(ARRAY[ARRAY[2, NULL], ARRAY[NULL]] AS array(array(integer))))
SELECT i, dense_rank() OVER (ORDER BY x) FROM (VALUES (0, CAST(ARRAY[ARRAY[1], ARRAY[3, 3]] AS array(array(integer)))), (1, CAST(ARRAY[NULL, ARRAY[], ARRAY[0, 3]] AS array(array(integer)))), (2, CAST(ARRAY[ARRAY[1, 0, 1]] AS array(array(integer)))), (3, CAST(NULL AS array(array(integer)))), (4, CAST(ARRAY[ARRAY[NULL], ARRAY[3, 0, NULL]] AS array(array(integer))))) t(i, x) ORDER BY i
CAST(ROW(ARRAY[0, 1], 0e0) AS row(array(integer), double)) IS DISTINCT FROM CAST(ROW(ARRAY[2], -2e0) AS row(array(integer), double))
SELECT count(DISTINCT x), count(x) FROM (VALUES (0, CAST(ROW(ARRAY[1], NULL) AS row(array(integer), double))), (1, CAST(ROW(ARRAY[NULL, 1, 0], nan()) AS row(array(integer), double))), (2, CAST(ROW(ARRAY[1, NULL, NULL], infinity()) AS row(array(integer), double))), (3, CAST(ROW(ARRAY[3, 0, 1], NULL) AS row(array(integer), double))), (4, CAST(ROW(NULL, -2e0) AS row(array(integer), double)))) t(i, x)
arrays_overlap(ARRAY[CAST(ARRAY[ROW(0, true), NULL] AS array(row(integer, boolean)))], ARRAY[CAST(ARRAY[ROW(2, true), ROW(1, true), ROW(1, true)] AS array(row(integer, boolean))), CAST(ARRAY[ROW(0, true), ROW(1, NULL)] AS array(row(integer, boolean)))])
SELECT a.i, b.i FROM (VALUES (0, CAST(ARRAY[] AS array(row(integer, boolean)))), (1, CAST(ARRAY[ROW(2, true), ROW(0, true)] AS array(row(integer, boolean)))), (2, CAST(ARRAY[ROW(0, false)] AS array(row(integer, boolean)))), (3, CAST(ARRAY[] AS array(row(integer, boolean)))), (4, CAST(ARRAY[NULL, ROW(2, true), ROW(NULL, NULL)] AS array(row(integer, boolean))))) a(i, x) JOIN (VALUES (0, CAST(ARRAY[] AS array(row(integer, boolean)))), (1, CAST(ARRAY[ROW(2, true), ROW(0, true)] AS array(row(integer, boolean)))), (2, CAST(ARRAY[ROW(0, false)] AS array(row(integer, boolean)))), (3, CAST(ARRAY[] AS array(row(integer, boolean)))), (4, CAST(ARRAY[NULL, ROW(2, true), ROW(NULL, NULL)] AS array(row(integer, boolean))))) b(i, x) ON a.x = b.x ORDER BY 1, 2
contains_sequence(ARRAY[CAST(ARRAY[3, NULL, NULL] AS array(integer)), CAST(ARRAY[0, 2] AS array(integer))], ARRAY[CAST(ARRAY[0, 2] AS array(integer))])
array_sort(ARRAY[CAST(ROW(1, 'ab') AS row(integer, varchar)), CAST(ROW(2, 'b') AS row(integer, varchar)), CAST(ROW(1, '') AS row(integer, varchar))])
SELECT i, x IN (SELECT y FROM (VALUES (0, CAST(ROW(NULL, NULL) AS row(integer, varchar))), (1, CAST(ROW(NULL, 'a') AS row(integer, varchar))), (2, CAST(ROW(0, '') AS row(integer, varchar))), (3, CAST(ROW(1, 'ab') AS row(integer, varchar))), (4, CAST(ROW(3, 'b') AS row(integer, varchar)))) u(j, y) WHERE j > 2) FROM (VALUES (0, CAST(ROW(NULL, NULL) AS row(integer, varchar))), (1, CAST(ROW(NULL, 'a') AS row(integer, varchar))), (2, CAST(ROW(0, '') AS row(integer, varchar))), (3, CAST(ROW(1, 'ab') AS row(integer, varchar))), (4, CAST(ROW(3, 'b') AS row(integer, varchar)))) t(i, x) ORDER BY i
least(CAST(ARRAY[ARRAY[NULL], ARRAY[1, 2]] AS array(array(integer))), CAST(ARRAY[] AS array(array(integer))))
SELECT count(*) FROM (SELECT x FROM (VALUES (0, CAST(ARRAY[] AS array(array(integer)))), (1, CAST(ARRAY[ARRAY[], ARRAY[0], NULL] AS array(array(integer)))), (2, CAST(NULL AS array(array(integer)))), (3, CAST(ARRAY[] AS array(array(integer)))), (4, CAST(ARRAY[ARRAY[2, 1, NULL]] AS array(array(integer))))) t(i, x) UNION SELECT x FROM (VALUES (0, CAST(ARRAY[] AS array(array(integer)))), (1, CAST(ARRAY[ARRAY[], ARRAY[0], NULL] AS array(array(integer)))), (2, CAST(NULL AS array(array(integer)))), (3, CAST(ARRAY[] AS array(array(integer)))), (4, CAST(ARRAY[ARRAY[2, 1, NULL]] AS array(array(integer))))) t(i, x))
array_remove(ARRAY[CAST(ARRAY[0, NULL, 0] AS array(integer)), CAST(ARRAY[3, 1, 1] AS array(integer))], CAST(ARRAY[3] AS array(integer)))
SELECT count(*) FROM (SELECT x FROM (VALUES (0, CAST(ARRAY[] AS array(integer))), (1, CAST(ARRAY[3] AS array(integer))), (2, CAST(ARRAY[0, 2] AS array(integer))), (3, CAST(ARRAY[1, NULL, 0] AS array(integer))), (4, CAST(ARRAY[3] AS array(integer)))) t(i, x) WHERE i < 3 INTERSECT SELECT x FROM (VALUES (0, CAST(ARRAY[] AS array(integer))), (1, CAST(ARRAY[3] AS array(integer))), (2, CAST(ARRAY[0, 2] AS array(integer))), (3, CAST(ARRAY[1, NULL, 0] AS array(integer))), (4, CAST(ARRAY[3] AS array(integer)))) t(i, x) WHERE i > 1)
greatest(CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)), CAST(MAP(ARRAY[2, 1], ARRAY[3, 0]) AS map(integer, integer)), CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)))
SELECT x, count(*), sum(i) FROM (VALUES (0, CAST(MAP(ARRAY[0], ARRAY[0]) AS map(integer, integer))), (1, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer))), (2, CAST(MAP(ARRAY[0, 1], ARRAY[NULL, 2]) AS map(integer, integer))), (3, CAST(MAP(ARRAY[2], ARRAY[NULL]) AS map(integer, integer))), (4, CAST(MAP(ARRAY[], ARRAY[]) AS map(integer, integer)))) t(i, x) GROUP BY x ORDER BY 3
CAST(ROW(ARRAY[NULL, 3], 1.5e0) AS row(array(integer), double)) < CAST(ROW(ARRAY[], nan()) AS row(array(integer), double))
SELECT max(x), min(x) FROM (VALUES (0, CAST(ROW(ARRAY[2, 2, 2], infinity()) AS row(array(integer), double))), (1, CAST(ROW(NULL, NULL) AS row(array(integer), double))), (2, CAST(ROW(NULL, NULL) AS row(array(integer), double))), (3, CAST(ROW(ARRAY[NULL, 1, NULL], infinity()) AS row(array(integer), double))), (4, CAST(ROW(ARRAY[1, 1, 3], 1.5e0) AS row(array(integer), double)))) t(i, x)
array_remove(ARRAY[CAST(ARRAY[] AS array(row(integer, boolean))), CAST(ARRAY[] AS array(row(integer, boolean)))], CAST(ARRAY[] AS array(row(integer, boolean))))
SELECT count(*) FROM (SELECT x FROM (VALUES (0, CAST(ARRAY[ROW(2, false), ROW(1, false)] AS array(row(integer, boolean)))), (1, CAST(ARRAY[NULL, ROW(2, false)] AS array(row(integer, boolean)))), (2, CAST(ARRAY[NULL, ROW(NULL, true), ROW(3, NULL)] AS array(row(integer, boolean)))), (3, CAST(ARRAY[] AS array(row(integer, boolean)))), (4, CAST(ARRAY[ROW(0, false), ROW(NULL, NULL)] AS array(row(integer, boolean))))) t(i, x) UNION SELECT x FROM (VALUES (0, CAST(ARRAY[ROW(2, false), ROW(1, false)] AS array(row(integer, boolean)))), (1, CAST(ARRAY[NULL, ROW(2, false)] AS array(row(integer, boolean)))), (2, CAST(ARRAY[NULL, ROW(NULL, true), ROW(3, NULL)] AS array(row(integer, boolean)))), (3, CAST(ARRAY[] AS array(row(integer, boolean)))), (4, CAST(ARRAY[ROW(0, false), ROW(NULL, NULL)] AS array(row(integer, boolean))))) t(i, x))
-- ties, and grouping sets once
SELECT x FROM (VALUES 1, 2, 2, 3) t(x) ORDER BY x FETCH FIRST 2 ROWS WITH TIES
SELECT x FROM (VALUES 1, 2, 2, 3) t(x) ORDER BY x DESC FETCH FIRST ROW WITH TIES
SELECT x FROM (VALUES 1, 2, 2, 3) t(x) FETCH FIRST 2 ROWS WITH TIES
SELECT x FROM (VALUES 1, 2, 2, 3, 3, 3) t(x) ORDER BY x OFFSET 1 ROW FETCH NEXT 1 ROW WITH TIES
SELECT x FROM (VALUES 1, 2, 2, 3) t(x) ORDER BY x FETCH FIRST 0 ROWS WITH TIES
VALUES 1, 2, 2 ORDER BY 1 FETCH FIRST 2 ROWS WITH TIES
SELECT DISTINCT x FROM (VALUES 1, 2, 2, NULL) t(x) ORDER BY x NULLS FIRST FETCH FIRST 1 ROW WITH TIES
SELECT x, y FROM (VALUES (1, 'a'), (2, 'b'), (2, 'c')) t(x, y) ORDER BY x, y FETCH FIRST 2 ROWS WITH TIES
SELECT count(*) FROM (SELECT x FROM (VALUES 1, 1, 2) t(x) ORDER BY x FETCH FIRST 1 ROW WITH TIES)
SELECT x FROM (VALUES 1, 2) t(x) UNION ALL SELECT 2 ORDER BY 1 DESC FETCH FIRST 1 ROW WITH TIES
SELECT a, b, count(*) FROM (VALUES (1, 2), (1, 3)) t(a, b) GROUP BY DISTINCT ROLLUP (a, b), ROLLUP (a) ORDER BY 1, 2
SELECT a, b, count(*) FROM (VALUES (1, 2), (1, 3)) t(a, b) GROUP BY ALL ROLLUP (a, b), ROLLUP (a) ORDER BY 1, 2
SELECT a, b, count(*) FROM (VALUES (1, 2), (1, 3)) t(a, b) GROUP BY DISTINCT GROUPING SETS ((a), (b), (a)), CUBE (a) ORDER BY 1, 2
SELECT a, count(*) FROM (VALUES (1, 2), (1, 3)) t(a, b) GROUP BY AUTO
SELECT a, count(*) FROM (VALUES (1, 2), (1, 3)) t(a, b) GROUP BY DISTINCT a, b
SELECT a, b, grouping(a, b), sum(b) FROM (VALUES (1, 2), (1, 3)) t(a, b) GROUP BY DISTINCT ROLLUP (a), ROLLUP (b) ORDER BY 3, 1, 2
SELECT x FROM (VALUES 1) t(x) NATURAL JOIN (VALUES 1) u(x)
SELECT a, y FROM (VALUES 1, 2) t(a), LATERAL (SELECT a + 1) u(y)
SELECT (SELECT sum(y) FROM (VALUES 1, 2) v(b) CROSS JOIN LATERAL (SELECT a + b) u(y)) FROM (VALUES 1, 2) t(a)
SELECT 1 FETCH FIRST 0 ROWS ONLY
SELECT 1 FETCH FIRST ROW ONLY
SELECT x FROM (VALUES 1,1,2) t(x) ORDER BY x OFFSET 5 ROWS FETCH FIRST 1 ROW WITH TIES
SELECT y FROM (SELECT x, y FROM (VALUES (1, 'a'), (1, 'b'), (2, 'c')) t(x, y) ORDER BY 1 FETCH FIRST 1 ROW WITH TIES) ORDER BY y
SELECT x, rank() OVER (ORDER BY x) FROM (VALUES 1,1,2) t(x) ORDER BY rank() OVER (ORDER BY x) FETCH FIRST 1 ROW WITH TIES
SELECT x FROM (VALUES ARRAY[1], ARRAY[1], ARRAY[2]) t(x) ORDER BY x FETCH FIRST 1 ROW WITH TIES
SELECT a.x, (SELECT max(y) FROM (SELECT y FROM (VALUES 1, 2, 2) b(y) ORDER BY y DESC FETCH FIRST 1 ROW WITH TIES)) FROM (VALUES 1) a(x)
SELECT count(*) FROM (VALUES (1, 2), (1, 3)) t(a, b) GROUP BY DISTINCT CUBE (a, b), GROUPING SETS ((a), ()) ORDER BY 1
SELECT a, b, c, count(*) FROM (VALUES (1, 2, 3)) t(a, b, c) GROUP BY DISTINCT a, ROLLUP (b, c), CUBE (c) ORDER BY 1, 2, 3
-- paths over several items, offsets in literals
JSON_EXISTS('{"a":[1,"x"]}', 'lax $ ? (@.a[*] == 1)'), JSON_EXISTS('{"a":["x",1]}', 'lax $ ? (@.a[*] == 1)'), JSON_EXISTS('{"a":[1,"x"]}', 'strict $ ? (@.a[*] == 1)'), JSON_EXISTS('{"a":["ab",1]}', 'lax $ ? (@.a[*] starts with "a")'), JSON_EXISTS('{"a":[1,2]}', 'strict $ ? (@.a[*] == 2)')
date_trunc('day', TIMESTAMP '2024-03-10 15:30:45 +05:30'), date_trunc('month', TIMESTAMP '2024-03-10 15:30:45 -03:45'), date_add('day', 1, TIMESTAMP '2024-03-10 15:30:45 +05:30'), date_add('month', 1, TIMESTAMP '2024-03-10 23:30:45 -09:30'), TIMESTAMP '2024-03-10 15:30:45 +05:30' + INTERVAL '1' MONTH, with_timezone(TIMESTAMP '2024-01-01 00:00:00', '+05:30'), date_trunc('hour', TIMESTAMP '2024-03-10 15:40:45 +05:45')
-- UUIDs
typeof(uuid()), length(CAST(uuid() AS varchar)), substr(CAST(uuid() AS varchar), 15, 1), uuid() = uuid(), uuid() IS NULL
UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59', CAST('12151FD2-7586-11E9-8F9E-2A86E4085A59' AS uuid), CAST(UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59' AS varchar), CAST(UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59' AS varbinary), CAST(X'12151fd2758611e98f9e2a86e4085a59' AS uuid)
CAST('12151fd2-7586-11e9-8f9e-2a86e4085a5' AS uuid)
CAST('1-1-1-1-1' AS uuid)
CAST('1215-1fd2-7586-11e9-8f9e2a86e4085a59' AS uuid)
CAST('12151fd275861-1e98f9e2a86-e4085a59-1' AS uuid)
CAST('1215-1fd275-86-11e98f9e-2a86e4085a591' AS uuid)
CAST('' AS uuid)
CAST('12151fd2758611e98f9e2a86e4085a59' AS uuid)
CAST(X'12' AS uuid)
UUID 'x'
CAST(uuid() AS varchar(36))
CAST(uuid() AS bigint)
CAST(1 AS uuid)
CAST(uuid() AS json)
CAST(JSON '1' AS uuid)
uuid(1)
uuid() = '12151fd2-7586-11e9-8f9e-2a86e4085a59'
TRY_CAST('x' AS uuid), TRY_CAST(X'00' AS uuid), CAST(NULL AS uuid), TRY_CAST('12151fd2-7586-11e9-8f9e-2a86e4085a59' AS uuid)
UUID 'ffffffff-0000-0000-0000-000000000000' > UUID '7fffffff-0000-0000-0000-000000000000', UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59' BETWEEN UUID '02151fd2-7586-11e9-8f9e-2a86e4085a59' AND UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59', UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59' IN (UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59')
array_join(ARRAY[UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59'], ','), ARRAY[UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59'], MAP(ARRAY[UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59'], ARRAY[1]), ROW(UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59'), greatest(UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59', UUID '02151fd2-7586-11e9-8f9e-2a86e4085a59')
format('%s', UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59')
CAST(ARRAY['12151fd2-7586-11e9-8f9e-2a86e4085a59'] AS array(uuid)), coalesce(NULL, UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59'), typeof(UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59')
SELECT count(DISTINCT x), min(x) = max(x) FROM (SELECT uuid() AS x FROM (VALUES 1, 2, 3))
SELECT x, count(*), max(x), min_by(x, 1), array_agg(x) FROM (VALUES UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59', UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59') t(x) GROUP BY x ORDER BY x
SELECT x = x FROM (SELECT uuid() AS x)
SELECT x FROM (VALUES UUID 'f0000000-0000-0000-0000-000000000000', UUID '10000000-0000-0000-0000-000000000000', NULL) t(x) ORDER BY x DESC
-- Bytes
xxhash64(X'')
xxhash64(X'0b')
xxhash64(X'0b3055')
xxhash64(X'0b30557a')
xxhash64(X'0b30557a9f')
xxhash64(X'0b30557a9fc4e9')
xxhash64(X'0b30557a9fc4e90e')
xxhash64(X'0b30557a9fc4e90e33587d')
xxhash64(X'0b30557a9fc4e90e33587da2')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec1136')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c61')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186ab')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc0126')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cb')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cbf0153a5f84a9cef3183d6287acd1f61b40658aafd4f91e43688db2d7fc21466b90b5daff24496e93b8dd02274c7196bbe0052a4f7499bee3082d52779cc1e60b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c61')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cbf0153a5f84a9cef3183d6287acd1f61b40658aafd4f91e43688db2d7fc21466b90b5daff24496e93b8dd02274c7196bbe0052a4f7499bee3082d52779cc1e60b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186')
xxhash64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cbf0153a5f84a9cef3183d6287acd1f61b40658aafd4f91e43688db2d7fc21466b90b5daff24496e93b8dd02274c7196bbe0052a4f7499bee3082d52779cc1e60b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42')
murmur3(X'')
murmur3(X'0b')
murmur3(X'0b3055')
murmur3(X'0b30557a')
murmur3(X'0b30557a9f')
murmur3(X'0b30557a9fc4e9')
murmur3(X'0b30557a9fc4e90e')
murmur3(X'0b30557a9fc4e90e33587d')
murmur3(X'0b30557a9fc4e90e33587da2')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11')
murmur3(X'0b30557a9fc4e90e33587da2c7ec1136')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c61')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186ab')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc0126')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cb')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cbf0153a5f84a9cef3183d6287acd1f61b40658aafd4f91e43688db2d7fc21466b90b5daff24496e93b8dd02274c7196bbe0052a4f7499bee3082d52779cc1e60b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c61')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cbf0153a5f84a9cef3183d6287acd1f61b40658aafd4f91e43688db2d7fc21466b90b5daff24496e93b8dd02274c7196bbe0052a4f7499bee3082d52779cc1e60b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186')
murmur3(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cbf0153a5f84a9cef3183d6287acd1f61b40658aafd4f91e43688db2d7fc21466b90b5daff24496e93b8dd02274c7196bbe0052a4f7499bee3082d52779cc1e60b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42')
spooky_hash_v2_32(X'')
spooky_hash_v2_32(X'0b30557a9fc4e90e33587da2')
spooky_hash_v2_32(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6')
spooky_hash_v2_64(X'')
spooky_hash_v2_64(X'0b')
spooky_hash_v2_64(X'0b3055')
spooky_hash_v2_64(X'0b30557a')
spooky_hash_v2_64(X'0b30557a9f')
spooky_hash_v2_64(X'0b30557a9fc4e9')
spooky_hash_v2_64(X'0b30557a9fc4e90e')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587d')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec1136')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c61')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186ab')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc0126')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cb')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cbf0153a5f84a9cef3183d6287acd1f61b40658aafd4f91e43688db2d7fc21466b90b5daff24496e93b8dd02274c7196bbe0052a4f7499bee3082d52779cc1e60b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c61')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cbf0153a5f84a9cef3183d6287acd1f61b40658aafd4f91e43688db2d7fc21466b90b5daff24496e93b8dd02274c7196bbe0052a4f7499bee3082d52779cc1e60b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186')
spooky_hash_v2_64(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94b9de03284d7297bce1062b50759abfe4092e53789dc2e70c31567ba0c5ea0f34597ea3c8ed12375c81a6cbf0153a5f84a9cef3183d6287acd1f61b40658aafd4f91e43688db2d7fc21466b90b5daff24496e93b8dd02274c7196bbe0052a4f7499bee3082d52779cc1e60b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42')
md5(X''), sha1(X'00'), sha256(X'0102'), sha512(X'ff'), crc32(X'616263'), to_hex(sha256(to_utf8('héllo')))
hmac_md5(to_utf8('message'), to_utf8('key')), hmac_md5(X'', X'00'), hmac_md5(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04', X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94'), hmac_md5(NULL, X'00'), hmac_md5(X'00', NULL)
hmac_md5(X'00', X'')
hmac_sha1(to_utf8('message'), to_utf8('key')), hmac_sha1(X'', X'00'), hmac_sha1(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04', X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94'), hmac_sha1(NULL, X'00'), hmac_sha1(X'00', NULL)
hmac_sha1(X'00', X'')
hmac_sha256(to_utf8('message'), to_utf8('key')), hmac_sha256(X'', X'00'), hmac_sha256(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04', X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94'), hmac_sha256(NULL, X'00'), hmac_sha256(X'00', NULL)
hmac_sha256(X'00', X'')
hmac_sha512(to_utf8('message'), to_utf8('key')), hmac_sha512(X'', X'00'), hmac_sha512(X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04', X'0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186abd0f51a3f6489aed3f81d42678cb1d6fb20456a8fb4d9fe23486d92b7dc01264b7095badf04294e7398bde2072c51769bc0e50a2f54799ec3e80d32577ca1c6eb10355a7fa4c9ee13385d82a7ccf1163b6085aacff4193e6388add2f71c41668bb0d5fa1f44698eb3d8fd22476c91b6db00254a6f94'), hmac_sha512(NULL, X'00'), hmac_sha512(X'00', NULL)
hmac_sha512(X'00', X'')
hmac_md5('a', 'b')
xxhash64('a')
md5('a')
xxhash64(NULL), murmur3(NULL), spooky_hash_v2_64(NULL)
to_base32(X''), to_base32(X'66'), to_base32(X'666f'), to_base32(X'666f6f'), to_base32(X'666f6f62'), to_base32(X'666f6f6261'), to_base32(X'ffffffffffff'), to_base32(NULL)
from_base32(''), from_base32('MY======'), from_base32('MZXQ===='), from_base32('MZXW6==='), from_base32('MZXW6YQ='), from_base32('MZXW6YTB'), from_base32('MY'), from_base32(to_utf8('MZXW6YTB')), from_base32('MZ'), from_base32('AAAAAAAA'), from_base32('===')
from_base32('M')
from_base32('MZX')
from_base32('my')
from_base32('M1')
from_base32('MY=A')
from_base32('M Y')
from_base32('ÄÄ')
from_base32('MZXW6YTBM')
from_base32('MY€A')
to_base64(X''), to_base64(X'fbff'), to_base64url(X''), to_base64url(X'fbff'), to_base64url(X'00'), to_base64url(X'fbfffe')
from_base64(''), from_base64('+/8='), from_base64('+/8'), from_base64('AA=='), from_base64('AA'), from_base64('AB'), from_base64(to_utf8('AAEC')), from_base64url('-_8='), from_base64url('-_8'), from_base64url(to_utf8('AAEC'))
from_base64('A')
from_base64('AAAAA')
from_base64('A=')
from_base64('AA=')
from_base64('AA=A')
from_base64('AAA=')
from_base64('AAAA=')
from_base64('AA==AA')
from_base64('A A')
from_base64('-_8=')
from_base64('+/8=')
from_base64('é')
from_base64('AAA==')
from_base64('AA===')
from_base64('==')
from_base64('AAAA====')
from_base64(U&'A\000A')
from_base64url('A')
from_base64url('AAAAA')
from_base64url('=')
from_base64url('A=')
from_base64url('AA=')
from_base64url('AA=A')
from_base64url('AAA=')
from_base64url('AAAA=')
from_base64url('AA==AA')
from_base64url('A A')
from_base64url('-_8=')
from_base64url('+/8=')
from_base64url('é')
from_base64url('AAA==')
from_base64url('AA===')
from_base64url('==')
from_base64url('AAAA====')
from_base64url(U&'A\000A')
from_base64(1)
to_base64('a')
from_hex('0123456789abcdef'), from_hex(to_utf8('0123456789abcdef'))
from_hex('ffff'), from_hex(to_utf8('ffff'))
from_hex('00'), from_hex(to_utf8('00'))
from_hex('0')
from_hex('xx')
from_hex('0g')
from_hex('é')
to_big_endian_32(0), to_big_endian_32(1), to_big_endian_32(-1), to_big_endian_32(2147483647), to_big_endian_32(-2147483648), to_big_endian_64(0), to_big_endian_64(1), to_big_endian_64(-2), to_big_endian_64(9223372036854775807), to_big_endian_64(-9223372036854775808), to_big_endian_32(NULL)
from_big_endian_32(X'80000000'), from_big_endian_32(X'00000102'), from_big_endian_64(X'8000000000000000'), from_big_endian_64(X'7fffffffffffffff'), from_big_endian_64(NULL)
from_big_endian_32(X'00')
from_big_endian_64(X'00000000')
from_big_endian_32(X'0000000000')
to_big_endian_32(4294967296)
to_big_endian_64(DECIMAL '1.5')
from_ieee754_32(X'00')
from_ieee754_64(X'')
to_ieee754_32(1e0)
to_ieee754_64('a')
to_ieee754_32(REAL '1.5'), to_ieee754_32(REAL '-0.0'), to_ieee754_32(CAST(nan() AS real)), to_ieee754_32(CAST(infinity() AS real)), to_ieee754_64(0.1e0), to_ieee754_64(-0e0), to_ieee754_64(nan()), to_ieee754_64(-infinity()), to_ieee754_64(4.9e-324), to_ieee754_64(1.7976931348623157e308), to_ieee754_64(1), to_ieee754_32(1)
from_ieee754_32(X'3fc00000'), from_ieee754_32(X'7fc00000'), from_ieee754_32(X'ff800000'), from_ieee754_32(X'00000001'), from_ieee754_64(X'3fb999999999999a'), from_ieee754_64(X'7ff8000000000000'), from_ieee754_64(X'0000000000000001'), from_ieee754_64(X'8000000000000000')
lpad(X'0102', 5, X'aabb'), lpad(X'0102', 1, X'aa'), lpad(X'0102', 2, X'aa'), lpad(X'', 3, X'aabb'), rpad(X'0102', 5, X'aabb'), rpad(X'0102', 1, X'aa'), rpad(X'', 0, X'aa'), rpad(X'0102', 6, X'aabbcc'), lpad(X'01', NULL, X'00')
lpad(X'01', -1, X'00')
rpad(X'01', 2147483648, X'00')
lpad(X'01', 5, X'')
rpad(X'01', 5, X'')
rpad(X'01', 5, 'a')
lpad('a', 5, X'00')
reverse(X'010203'), reverse(X''), reverse(X'ff'), reverse(CAST(NULL AS varbinary))
from_utf8(X'68c3a9'), from_utf8(X'ff61'), from_utf8(X'e080'), from_utf8(X'c1bf61'), from_utf8(X'f8888080806162'), from_utf8(X'eda08061'), from_utf8(X'f4908080'), from_utf8(X'f09f9880'), from_utf8(X'f09f98'), from_utf8(X'e28261'), from_utf8(X'fc80808080afc3'), from_utf8(X'')
from_utf8(X'ff61', '?'), from_utf8(X'ff61', ''), from_utf8(X'e28261', 'é'), from_utf8(X'ff61', 63), from_utf8(X'ff', 65533), from_utf8(X'61ff62ff', U&'\+01F600'), from_utf8(NULL, '?')
from_utf8(X'ff', 'ab')
from_utf8(X'61', 'ab')
from_utf8(X'ff', 1114112)
from_utf8(X'ff', 55296)
from_utf8(X'ff', DECIMAL '1.5')
from_utf8('a')
-- Numbers and sizes as text, Soundex, Luhn
format_number(0), format_number(1), format_number(-1), format_number(9), format_number(99), format_number(999), format_number(1000), format_number(1001), format_number(1005), format_number(1015), format_number(1999), format_number(9994), format_number(9995), format_number(9999)
format_number(10000), format_number(12345), format_number(12350), format_number(12450), format_number(99949), format_number(99950), format_number(99999), format_number(100000), format_number(123456), format_number(999499), format_number(999500), format_number(999999), format_number(1000000), format_number(-123456), format_number(-1005), format_number(-99999)
format_number(1234567890), format_number(999999999999), format_number(1234567890123), format_number(1234567890123456), format_number(9223372036854775807), format_number(-9223372036854775808), format_number(123456789012345678)
format_number(1.9e0), format_number(-1.9e0), format_number(999.9e0), format_number(1e3), format_number(1e18), format_number(1e300), format_number(-1e300), format_number(nan()), format_number(infinity()), format_number(DECIMAL '12.5'), format_number(REAL '1234.5'), format_number(CAST(NULL AS bigint))
format_number('1')
format_number(NULL)
format_number(1, 2)
soundex('Robert'), soundex('Rupert'), soundex('Rubin'), soundex('Ashcraft'), soundex('Ashcroft'), soundex('Tymczak'), soundex('Pfister'), soundex('Honeyman'), soundex(''), soundex('1'), soundex('a'), soundex('O''Hara'), soundex('Van der Bilt'), soundex('jim'), soundex('  Lee '), soundex('Gutierrez'), soundex('Jackson'), soundex('aeiouyhw'), soundex('BW BH B'), soundex(NULL), typeof(soundex('a'))
soundex('Müller')
soundex('straße')
soundex('é')
soundex('日本')
soundex('😀'), soundex('😀Robert')
soundex('ŉ')
soundex(1)
luhn_check('79927398713'), luhn_check('79927398710'), luhn_check(''), luhn_check('0'), luhn_check('18'), luhn_check('4242424242424242'), luhn_check('4242424242424241'), luhn_check('00000000000000000000000000000000000000000000'), luhn_check(NULL)
luhn_check('1 8')
luhn_check('a')
luhn_check('é')
luhn_check('٣')
luhn_check(18)
parse_data_size('1B'), parse_data_size('1kB'), parse_data_size('1MB'), parse_data_size('2.3MB'), parse_data_size('1GB'), parse_data_size('1TB'), parse_data_size('1PB'), parse_data_size('1EB'), parse_data_size('1ZB'), parse_data_size('1YB'), parse_data_size('69175290276410818560EB'), parse_data_size('0.5B'), parse_data_size('.5kB'), parse_data_size('1.kB'), parse_data_size('000001B'), parse_presto_data_size('2.3MB'), parse_data_size(NULL)
parse_data_size('0.9999999999999999999999999kB'), parse_data_size('1.5YB'), parse_data_size('82718061255302767487140869206996285356581211090087890624B') IS NULL
parse_data_size('99999999999999999999999999999999999999B')
parse_data_size('100000000000000000000000000000000000000B')
parse_data_size('99999999999999999999YB')
parse_data_size('')
parse_data_size('B')
parse_data_size('1')
parse_data_size('1KB')
parse_data_size('1 kB')
parse_data_size(' 1kB')
parse_data_size('-1B')
parse_data_size('1.2.3B')
parse_data_size('.B')
parse_data_size('1kb')
parse_data_size('٣B')
parse_data_size('1e3B')
parse_data_size(1)
parse_presto_data_size('x')
parse_duration('42.8ms'), parse_duration('3.81 d'), parse_duration('5m'), parse_duration('1h'), parse_duration('1s'), parse_duration('1us'), parse_duration('500us'), parse_duration('499us'), parse_duration('1ns'), parse_duration('500000ns'), parse_duration(' 1 d '), parse_duration('0s'), parse_duration('1.5 h'), parse_duration('0.1d'), parse_duration('100000d'), parse_duration(NULL), typeof(parse_duration('1s'))
parse_duration('1.0005s'), parse_duration('2.0015s'), parse_duration('0.0004999s'), parse_duration('1234567.891m'), parse_duration('00012ms'), parse_duration('9007199254740.993s')
parse_duration('')
parse_duration('1')
parse_duration('s')
parse_duration('1 x')
parse_duration('1D')
parse_duration('-1s')
parse_duration('1.s')
parse_duration('.5s')
parse_duration('1e3s')
parse_duration('1s 2m')
parse_duration('99999999999999999999d')
parse_duration(1)
split_to_multimap('a=1,b=2,a=3', ',', '='), split_to_multimap('', ',', '='), split_to_multimap('a=1,', ',', '='), split_to_multimap('=', ',', '='), split_to_multimap('a=', ',', '='), split_to_multimap('k::v||k::w', '||', '::'), split_to_multimap('ü=é,"="', ',', '='), split_to_multimap('2=x,10=y,1=z', ',', '='), split_to_multimap(NULL, ',', '=')
split_to_multimap('a=1,b=2,a=3', ',', '=')['a'], map_keys(split_to_multimap('a=1', ',', '=')), typeof(split_to_multimap('a=1', ',', '='))
split_to_multimap('a', ',', '=')
split_to_multimap('a=b=c', ',', '=')
split_to_multimap('a=1,,b=2', ',', '=')
split_to_multimap(',a=1', ',', '=')
split_to_multimap('a=1', '', '=')
split_to_multimap('a=1', ',', '')
split_to_multimap('a=1', '=', '=')
split_to_multimap('a=1', ',')
-- Probability, similarity
normal_cdf(-1.761672351668376e0, 1.5169832475057743e0, 9.056068382391224e0), normal_cdf(-4.275637133324572e0, 5.363461223023825e0, -8.058664985244867e0), normal_cdf(-4.4200107522529315e0, 5.079282974562308e0, -27.75026049348091e0), normal_cdf(-0.6635431633761417e0, 0.7078556815104432e0, -24.5572191993681e0), normal_cdf(-0.7548081085748599e0, 8.27025272547366e0, -22.571882331021264e0), normal_cdf(-2.7676103539298547e0, 6.278057891831837e0, 26.86253654742034e0), normal_cdf(0.7710294861749869e0, 3.9728379417612936e0, 28.575306335575206e0), normal_cdf(-4.534173193822437e0, 8.586099905896308e0, -12.623442820099424e0), normal_cdf(-3.5574491664256245e0, 1.1867444584028999e0, -11.49109055388394e0), normal_cdf(3.1612635912003135e0, 1.8154565354401355e0, 4.896009819747974e0)
normal_cdf(1.3891346892618408e0, 3.7302514518300547e0, 2.864667942573469e0), normal_cdf(-4.372110250266768e0, 0.6054156879626643e0, -17.642477230840406e0), normal_cdf(1.8039997318178589e0, 4.2816471336373345e0, -11.15116977739251e0), normal_cdf(0.8556186350763877e0, 4.537311919944045e0, -12.013980188179058e0), normal_cdf(2.943794815224912e0, 6.992954392958417e0, -15.354209356670827e0), normal_cdf(0.7442371025867098e0, 5.2567130730764e0, 22.508249734405737e0), normal_cdf(2.294452894392176e0, 2.886498271252963e0, 28.810490849554924e0), normal_cdf(-3.819342217450379e0, 4.187046989634419e0, 15.428455773914962e0), normal_cdf(-3.480154653394952e0, 4.894741373753297e0, -27.64756457715374e0), normal_cdf(1.6821585653439524e0, 7.648062953466003e0, 4.381556416643036e0)
normal_cdf(3.7547781183088826e0, 3.1443376533524865e0, 11.717721976419554e0), normal_cdf(0.9436987710501841e0, 5.8031530907820965e0, -2.6276801219152155e0), normal_cdf(3.399677805125414e0, 9.447364140128295e0, -1.5540997548213333e0), normal_cdf(1.6415220547467442e0, 0.616087581696225e0, 12.089521278265437e0), normal_cdf(1.4712885452766873e0, 9.931028435271674e0, 19.315487196582893e0), normal_cdf(-2.154044679058508e0, 3.864056510042641e0, 10.119162953051287e0), normal_cdf(-4.774370719444114e0, 4.622335910134661e0, -19.917097265607325e0), normal_cdf(-3.829042055182681e0, 0.5989546491197909e0, 16.093979308351244e0), normal_cdf(-3.7065977798131575e0, 2.4836721886321733e0, -6.543017812006376e0), normal_cdf(3.714219741262994e0, 0.8150071989893849e0, -3.048755943040142e0)
normal_cdf(0.494399091440374e0, 8.835004426150709e0, 19.156790270144477e0), normal_cdf(3.6398446969851523e0, 2.7914264344938324e0, -5.082208967298087e0), normal_cdf(-1.4122883466837521e0, 8.843086343710189e0, 27.463872237839475e0), normal_cdf(-3.4907909420889105e0, 1.7704151076187995e0, -16.082587990827854e0), normal_cdf(-2.666639163191389e0, 4.854777676110152e0, 5.347410223935341e0), normal_cdf(-2.3725338070146207e0, 0.05089509781678863e0, -4.8632099324803235e0), normal_cdf(-1.307464271052746e0, 5.667748824826855e0, 27.185875531505715e0), normal_cdf(1.9049365713597783e0, 5.159759416377076e0, 7.0555649645476635e0), normal_cdf(1.7620008244950132e0, 0.5493890033056641e0, 23.971980603477128e0), normal_cdf(2.7996949070607275e0, 8.74638670950342e0, 17.87238727179396e0)
normal_cdf(-1.0762109310873136e0, 3.995798534879527e0, -23.787774377380543e0), normal_cdf(1.34289565685709e0, 0.631855737970689e0, -25.959143049418508e0), normal_cdf(-2.9123681455383554e0, 1.6314088458432532e0, -9.596780866059397e0), normal_cdf(-4.474243961097331e0, 0.012330486194552735e0, -20.924104063234324e0), normal_cdf(-3.985356319774035e0, 3.642463121125364e0, -28.46994680003126e0), normal_cdf(3.7433237737381972e0, 6.144549188006902e0, -21.086970880146513e0), normal_cdf(-2.4774224344292275e0, 3.4804215650764783e0, -8.150193628303054e0), normal_cdf(-3.7715776923780506e0, 8.490879895581303e0, 29.586163302282834e0), normal_cdf(-0.34010540840066295e0, 4.843508217598532e0, -24.846920306630064e0), normal_cdf(-3.9781238325183157e0, 3.432932024047588e0, -14.114586496969196e0)
normal_cdf(3.2885537812156045e0, 1.6227717191590507e0, -28.61425673728511e0), normal_cdf(4.50985572874702e0, 5.287291376470827e0, -21.203847666054557e0), normal_cdf(0.4317242588211432e0, 0.28015448930746356e0, 1.6865664562983866e0), normal_cdf(4.785012427189727e0, 8.634617052593793e0, 11.771807154468114e0), normal_cdf(-2.3888480277063806e0, 3.6733309196941764e0, -19.977477927939823e0), normal_cdf(2.7193790840203125e0, 5.330598050953861e0, 16.74329348029063e0), normal_cdf(-1.7033500495223763e0, 2.2381863143008194e0, 18.6906748064157e0), normal_cdf(4.849260505908909e0, 8.52776169947914e0, 18.36471508714005e0), normal_cdf(3.183329433253732e0, 7.401331473553384e0, -16.39563059810491e0), normal_cdf(0.1763872424350552e0, 3.562069808116032e0, -28.261190955518074e0)
normal_cdf(0, 1, -5.664755094935226e0), normal_cdf(0, 1, -2.6469775314116424e0), normal_cdf(0, 1, -2.8899076407869213e0), normal_cdf(0, 1, 2.3102633004014805e0), normal_cdf(0, 1, 5.478180916096054e0), normal_cdf(0, 1, -0.6332678667993186e0), normal_cdf(0, 1, 5.2442544153149075e0), normal_cdf(0, 1, 5.856456698434322e0), normal_cdf(0, 1, 5.4600075758559985e0), normal_cdf(0, 1, -1.624369375657607e0)
normal_cdf(0, 1, -3.3544521240451504e0), normal_cdf(0, 1, -3.2778500792312646e0), normal_cdf(0, 1, -3.639526038968193e0), normal_cdf(0, 1, -3.5475196406853238e0), normal_cdf(0, 1, 1.4887967692538187e0), normal_cdf(0, 1, 4.80370005460937e0), normal_cdf(0, 1, 4.085226327351478e0), normal_cdf(0, 1, -0.24631888486154097e0), normal_cdf(0, 1, 1.8357365140921083e0), normal_cdf(0, 1, 3.5957249381959215e0)
normal_cdf(0, 1, -4.982658162595438e0), normal_cdf(0, 1, 1.9270278024587295e0), normal_cdf(0, 1, 4.9173256506206755e0), normal_cdf(0, 1, 3.3876346091770806e0), normal_cdf(0, 1, 3.0016855179655018e0), normal_cdf(0, 1, -0.26360706487199703e0), normal_cdf(0, 1, -3.857739379949117e0), normal_cdf(0, 1, 3.469625172243317e0), normal_cdf(0, 1, -2.009793601624681e0), normal_cdf(0, 1, 3.609882826760293e0)
normal_cdf(0, 1, 5.6598874677859e0), normal_cdf(0, 1, -1.249938059166622e0), normal_cdf(0, 1, -1.1833581855875828e0), normal_cdf(0, 1, 5.361564077578716e0), normal_cdf(0, 1, 2.6975839876105834e0), normal_cdf(0, 1, -3.959956080337254e0), normal_cdf(0, 1, -4.475539592425628e0), normal_cdf(0, 1, -4.186191595422122e0), normal_cdf(0, 1, 4.858225148798873e0), normal_cdf(0, 1, 3.6780237843863546e0)
normal_cdf(0, 1, -4.2459082950735105e0), normal_cdf(0, 1, 3.9181257423046443e0), normal_cdf(0, 1, 5.763671321364367e0), normal_cdf(0, 1, 1.8872195128322389e0), normal_cdf(0, 1, -1.795109854109965e0), normal_cdf(0, 1, 0.5839205278413502e0), normal_cdf(0, 1, -4.428193775886595e0), normal_cdf(0, 1, -5.829084742126733e0), normal_cdf(0, 1, 5.650682126853173e0), normal_cdf(0, 1, 1.7960960360859666e0)
normal_cdf(0, 1, 0.3189725651886661e0), normal_cdf(0, 1, 5.20349766068912e0), normal_cdf(0, 1, -0.7942867589101725e0), normal_cdf(0, 1, 4.460915135872849e0), normal_cdf(0, 1, 3.913863021782653e0), normal_cdf(0, 1, -3.4674919520622143e0), normal_cdf(0, 1, -2.977982263614554e0), normal_cdf(0, 1, -2.484400167957373e0), normal_cdf(0, 1, -3.1135272892999852e0), normal_cdf(0, 1, 1.0372460179915404e0)
normal_cdf(0, 1, 0), normal_cdf(0, 1, 1), normal_cdf(0, 1, DECIMAL '1.96'), normal_cdf(10, 9, 10), normal_cdf(0, 1, -40), normal_cdf(0, 1, 100), normal_cdf(0, 1, 57), normal_cdf(0, 1, -DECIMAL '8.5'), normal_cdf(1, 2, nan()), normal_cdf(0, 1, infinity()), normal_cdf(0, 1, -infinity()), normal_cdf(nan(), 1, 0), normal_cdf(infinity(), 1, 0), normal_cdf(0, infinity(), 1), normal_cdf(0, 4.9e-324, 1), normal_cdf(0, 1e308, 1), normal_cdf(NULL, 1, 1), normal_cdf(infinity(), 1, infinity())
normal_cdf(0, 0, 1)
normal_cdf(0, -1, 1)
normal_cdf(0, nan(), 1)
normal_cdf(0, 1)
normal_cdf('a', 1, 1)
inverse_normal_cdf(0, 1, 0)
inverse_normal_cdf(0, 1, 1)
inverse_normal_cdf(0, 0, DECIMAL '0.5')
inverse_normal_cdf(0, -1, DECIMAL '0.5')
inverse_normal_cdf(0, 1, nan())
inverse_normal_cdf(0, nan(), DECIMAL '0.5')
inverse_normal_cdf(0, 1, DECIMAL '1.5')
inverse_normal_cdf(7.158672021678818e0, 1.0e0, 0.9999998689263235e0), inverse_normal_cdf(0.0e0, 1.6338857386996952e0, 0.0005235065855871664e0), inverse_normal_cdf(0.0e0, 1.0e0, 6.82331364738559e-21), inverse_normal_cdf(0.0e0, 1.0e0, 0.24849432104309e0), inverse_normal_cdf(3.585921879245145e0, 1.0e0, 0.0004523457922649097e0), inverse_normal_cdf(3.0807980472706067e0, 0.7507748260568016e0, 0.8399997833932058e0), inverse_normal_cdf(0.0e0, 1.0e0, 0.9999998455533762e0), inverse_normal_cdf(-6.093610922144175e0, 8.94724625117246e0, 9.412544517410449e-05), inverse_normal_cdf(-2.916365653478323e0, 1.0e0, 0.33911614433881987e0), inverse_normal_cdf(0.0e0, 1.0e0, 0.3843445579074165e0)
inverse_normal_cdf(5.7559908300681055e0, 3.7129356684489156e0, 0.0002719204577772929e0), inverse_normal_cdf(7.115133816774588e0, 1.0e0, 6.88205571348548e-21), inverse_normal_cdf(-0.8320766224873513e0, 8.949322424994934e0, 0.8016285915713898e0), inverse_normal_cdf(0.0e0, 1.0e0, 0.00026785974667745414e0), inverse_normal_cdf(0.0e0, 1.0e0, 0.9999996949946022e0), inverse_normal_cdf(0.0e0, 1.0e0, 3.69493515442767e-05), inverse_normal_cdf(8.46562316358348e0, 1.0e0, 5.459062519268238e-21), inverse_normal_cdf(0.0e0, 1.0e0, 6.3597694888501464e-21), inverse_normal_cdf(2.974098243883562e0, 7.8477866091049595e0, 0.07072281558400617e0), inverse_normal_cdf(-0.9751570517926744e0, 3.3408580344907945e0, 0.9999999547625076e0)
inverse_normal_cdf(0.0e0, 0.10951334300981277e0, 0.9999997555535061e0), inverse_normal_cdf(0.0e0, 1.0e0, 0.08389056082549406e0), inverse_normal_cdf(2.835786119628109e0, 6.902370978166157e0, 0.0002996460594553094e0), inverse_normal_cdf(0.0e0, 1.0e0, 4.378806669158586e-22), inverse_normal_cdf(0.0e0, 1.2845294614908613e0, 0.0005840615168062387e0), inverse_normal_cdf(0.0e0, 1.0e0, 0.9595160715648269e0), inverse_normal_cdf(0.0e0, 6.736978395711005e0, 0.4569485246963616e0), inverse_normal_cdf(-4.846749713145833e0, 4.496144131759018e0, 7.444999997417346e-05), inverse_normal_cdf(0.0e0, 3.0527791683380934e0, 0.0009104666611827653e0), inverse_normal_cdf(3.4593331062680637e0, 2.6886226580213846e0, 0.6211507511717207e0)
inverse_normal_cdf(0.0e0, 1.0e0, 0.0004663391542968881e0), inverse_normal_cdf(0.0e0, 1.0e0, 0.9999994933814855e0), inverse_normal_cdf(6.963518873067171e0, 2.1593140671491824e0, 0.9999990472596634e0), inverse_normal_cdf(0.0e0, 3.8040126298460755e0, 6.815881166663787e-21), inverse_normal_cdf(0.0e0, 6.445909735592621e0, 7.507340411713168e-21), inverse_normal_cdf(-2.5072321693787067e0, 1.0e0, 0.2532122162895053e0), inverse_normal_cdf(-4.512155104587267e0, 3.982542620953698e0, 5.161751683560001e-05), inverse_normal_cdf(0.0e0, 1.0e0, 8.842665555254467e-21), inverse_normal_cdf(0.0e0, 1.619788948464679e0, 0.9999993850859273e0), inverse_normal_cdf(0.0e0, 2.777442990245819e0, 0.999999260967495e0)
inverse_normal_cdf(0.906957760158587e0, 8.165708572881108e0, 5.0060479272872134e-21), inverse_normal_cdf(-3.252820653436494e0, 1.0e0, 0.42742302372750685e0), inverse_normal_cdf(-2.216415354130289e0, 6.793787929060531e0, 0.0007496576076046787e0), inverse_normal_cdf(0.0e0, 3.5225907583373672e0, 0.0009676852625619264e0), inverse_normal_cdf(-8.419617119032162e0, 8.717703267379632e0, 0.0003120160166076099e0), inverse_normal_cdf(0.0e0, 1.0e0, 8.255892062772914e-21), inverse_normal_cdf(0.0e0, 1.0e0, 9.414905594691286e-21), inverse_normal_cdf(2.2765092442355375e0, 1.0e0, 0.0009199201094924787e0), inverse_normal_cdf(0.0e0, 0.19310859503998767e0, 0.9999990564595418e0), inverse_normal_cdf(0.0e0, 1.0e0, 0.0002786036503235994e0)
inverse_normal_cdf(6.927273453327556e0, 1.0e0, 2.17873841085674e-22), inverse_normal_cdf(3.929980349317365e0, 1.0e0, 0.9999997732139267e0), inverse_normal_cdf(8.457457003052891e0, 1.0e0, 6.74324572475149e-22), inverse_normal_cdf(0.0e0, 1.0e0, 2.949328505173926e-21), inverse_normal_cdf(0.0e0, 1.7385329470080366e0, 0.00014638305397274743e0), inverse_normal_cdf(0.0e0, 5.906967413644088e0, 0.0008835836374327537e0), inverse_normal_cdf(0.0e0, 0.12554944527412829e0, 0.9999996213805836e0), inverse_normal_cdf(-2.157665577386873e0, 7.415871043913309e0, 0.0004201831590795131e0), inverse_normal_cdf(-5.5255286259981595e0, 6.662146255249089e0, 5.415290364586295e-21), inverse_normal_cdf(-2.2397821200834294e0, 1.0e0, 0.030282055077419545e0)
inverse_normal_cdf(0.0e0, 2.4333350147552575e0, 0.999999101448211e0), inverse_normal_cdf(0.0e0, 1.0546261990754493e0, 0.9242280742200488e0), inverse_normal_cdf(-6.611269051538487e0, 1.7281591599991621e0, 4.2993808399737065e-21), inverse_normal_cdf(0.0e0, 4.655774543852172e0, 0.9999993927457688e0), inverse_normal_cdf(-6.107537048722775e0, 1.0e0, 0.9999999352669742e0), inverse_normal_cdf(0.0e0, 1.0e0, 4.984752683969745e-21), inverse_normal_cdf(-3.7119213564012625e0, 3.419442233153454e0, 0.9999993355747777e0), inverse_normal_cdf(-3.1259174558037994e0, 1.0e0, 0.0002474291263948114e0), inverse_normal_cdf(-7.158016427748966e0, 1.0e0, 0.507324513243949e0), inverse_normal_cdf(0.0e0, 8.378546355430316e0, 0.8405563641212668e0)
inverse_normal_cdf(-7.095958877546854e0, 2.037044254938849e0, 0.5126690035024831e0), inverse_normal_cdf(5.665386961436546e0, 3.7400545726496404e0, 4.416652920824604e-05), inverse_normal_cdf(0.0e0, 1.0e0, 7.952811680408212e-21), inverse_normal_cdf(8.788297303761702e0, 1.0e0, 6.954058875975524e-21), inverse_normal_cdf(2.600607794147942e0, 1.0e0, 0.9999996428182839e0), inverse_normal_cdf(-1.688081693646895e0, 1.0e0, 0.9419874102315052e0), inverse_normal_cdf(-7.39743998414605e0, 1.0e0, 8.064682402446457e-21), inverse_normal_cdf(0.0e0, 1.0e0, 0.14588682612735726e0), inverse_normal_cdf(0.0e0, 1.0e0, 9.261678132144192e-21), inverse_normal_cdf(0.0e0, 1.0e0, 0.0006147291052814675e0)
inverse_normal_cdf(0, 1, DECIMAL '0.5'), inverse_normal_cdf(0, 1, DECIMAL '0.975'), inverse_normal_cdf(100, 15, DECIMAL '0.99'), inverse_normal_cdf(nan(), 1, DECIMAL '0.5'), inverse_normal_cdf(infinity(), 1, DECIMAL '0.5'), inverse_normal_cdf(0, infinity(), DECIMAL '0.5'), inverse_normal_cdf(0, 1, 4.9e-324), inverse_normal_cdf(0, 1, DECIMAL '0.9999999999999999'), inverse_normal_cdf(0, 1, NULL)
wilson_interval_upper(0, 5, 1.96e0), wilson_interval_upper(361465344631026150, 525424946990162111, 2.575e0), wilson_interval_lower(257556550230553635, 448730943599757633, 0.0e0), wilson_interval_lower(246678, 648956, 2.575e0), wilson_interval_upper(11, 16, 1.96e0), wilson_interval_lower(4, 17, 0.41120513983540163e0), wilson_interval_lower(0, 2, 1.96e0), wilson_interval_lower(5, 5, 0.0e0), wilson_interval_upper(5, 12, 4.482686207202513e0), wilson_interval_upper(4, 5, 0.0e0)
wilson_interval_upper(10566, 38623, 3.1828588968665805e0), wilson_interval_upper(30167, 176939, 1.96e0), wilson_interval_upper(290572641310844012, 668744835636521326, 2.575e0), wilson_interval_upper(207670783310106754, 425364021832665871, 1.96e0), wilson_interval_upper(4, 8, 4.099121485505505e0), wilson_interval_upper(1, 19, 1.108187554380475e0), wilson_interval_lower(238299, 537582, 1.96e0), wilson_interval_upper(435, 2743, 0.0e0), wilson_interval_lower(11, 19, 2.575e0), wilson_interval_lower(5, 5, 1.96e0)
wilson_interval_lower(421478, 913610, 1.96e0), wilson_interval_lower(511613805249611280, 685670394777003882, 2.575e0), wilson_interval_lower(4, 6, 0.0e0), wilson_interval_lower(0, 6, 0.0e0), wilson_interval_upper(478744330610011623, 701071929178361831, 0.0e0), wilson_interval_upper(34438146358836978, 55906054382234156, 1.96e0), wilson_interval_lower(11, 14, 0.0e0), wilson_interval_lower(0, 4, 1.6775802854923128e0), wilson_interval_lower(548661, 666754, 4.8594586650019975e0), wilson_interval_lower(2, 3, 0.0e0)
wilson_interval_upper(157609, 201261, 2.575e0), wilson_interval_upper(13, 17, 0.0e0), wilson_interval_lower(2, 7, 1.96e0), wilson_interval_lower(148731, 652182, 1.96e0), wilson_interval_lower(5, 5, 1.96e0), wilson_interval_lower(191432086394695853, 229791313221398251, 2.575e0), wilson_interval_upper(0, 8, 1.96e0), wilson_interval_upper(42436068766282533, 112826991844366441, 2.575e0), wilson_interval_upper(26518948120209606, 55810661683824543, 2.575e0), wilson_interval_upper(32766, 781876, 1.96e0)
wilson_interval_lower(1250, 1310, DECIMAL '1.96'), wilson_interval_upper(1250, 1310, DECIMAL '1.96'), wilson_interval_lower(0, 1, 0), wilson_interval_upper(1, 1, infinity()), wilson_interval_lower(1, 1, NULL), wilson_interval_upper(9223372036854775807, 9223372036854775807, 1)
wilson_interval_lower(-1, 1, 1)
wilson_interval_lower(1, 0, 1)
wilson_interval_upper(2, 1, 1)
wilson_interval_upper(1, 2, -1)
wilson_interval_upper(1, 2, nan())
wilson_interval_lower(DECIMAL '1.5', 2, 1)
wilson_interval_lower(1, 2)
cosine_similarity(MAP(ARRAY['a'], ARRAY[1.0e0]), MAP(ARRAY['a'], ARRAY[2.0e0])), cosine_similarity(MAP(ARRAY['a', 'b'], ARRAY[1e0, 2e0]), MAP(ARRAY['b', 'c'], ARRAY[1e0, 3e0])), cosine_similarity(MAP(ARRAY['a', 'b'], ARRAY[1, 2]), MAP(ARRAY['a', 'b'], ARRAY[1, 3])), cosine_similarity(MAP(ARRAY['a'], ARRAY[1e0]), MAP(ARRAY['b'], ARRAY[1e0])), cosine_similarity(MAP(), MAP(ARRAY['a'], ARRAY[1e0])), cosine_similarity(MAP(ARRAY['a'], ARRAY[NULL]), MAP(ARRAY['a'], ARRAY[1e0])), cosine_similarity(NULL, MAP(ARRAY['a'], ARRAY[1e0])), cosine_similarity(MAP(ARRAY['a'], ARRAY[0e0]), MAP(ARRAY['a'], ARRAY[0e0])), cosine_similarity(MAP(ARRAY['a'], ARRAY[nan()]), MAP(ARRAY['a'], ARRAY[1e0])), cosine_similarity(MAP(ARRAY['a'], ARRAY[1e200]), MAP(ARRAY['a'], ARRAY[1e200]))
cosine_similarity(MAP(ARRAY['x', 'y', 'z', 'w'], ARRAY[0.1e0, 0.2e0, 0.3e0, 1e16]), MAP(ARRAY['w', 'z', 'y', 'x'], ARRAY[1e0, 0.7e0, 0.11e0, -1e16])), cosine_similarity(MAP(ARRAY['a', 'b', 'c'], ARRAY[DECIMAL '1.1', DECIMAL '2.2', DECIMAL '3.3']), MAP(ARRAY['c', 'b', 'a'], ARRAY[DECIMAL '1.7', DECIMAL '2.9', DECIMAL '0.3']))
cosine_similarity(MAP(ARRAY[1], ARRAY[1e0]), MAP(ARRAY[1], ARRAY[1e0]))
cosine_similarity(MAP(ARRAY['a'], ARRAY['x']), MAP(ARRAY['a'], ARRAY[1e0]))
cosine_similarity(ARRAY[1e0], ARRAY[1e0])
-- Arrays and maps made of others
combinations(ARRAY[1, 2, 3], 2), combinations(ARRAY['foo', 'bar', 'baz'], 2), combinations(ARRAY[1, 2, 3, 4, 5], 3), combinations(ARRAY[1, 2, 2], 2), combinations(ARRAY[1], 0), combinations(ARRAY[1], 2), combinations(ARRAY[], 0), combinations(ARRAY[NULL, 1, NULL], 2), combinations(ARRAY[1, 2, 3, 4, 5, 6], 5), combinations(NULL, 2), combinations(ARRAY[1], NULL)
combinations(ARRAY[1, 2], 2), combinations(ARRAY[1, 2, 3], 1), combinations(ARRAY[1, 2, 3, 4], 4), typeof(combinations(ARRAY['a'], 1)), combinations(ARRAY[ARRAY[1], ARRAY[2, 3]], 2), combinations(ARRAY[ROW(1, 'a'), ROW(2, 'b')], 1)
cardinality(combinations(sequence(1, 40), 3)), cardinality(combinations(sequence(1, 15), 5))
combinations(ARRAY[1], -1)
combinations(ARRAY[1], 6)
combinations(ARRAY[1], 7)
combinations(sequence(1, 1000), 2)
combinations(sequence(1, 1000), 5)
combinations(ARRAY[1], 4294967298)
combinations(1, 2)
combinations(ARRAY[1], '1')
array_sort(shuffle(ARRAY[3, 1, 2])), cardinality(shuffle(sequence(1, 100))), shuffle(ARRAY[1]), shuffle(ARRAY[]), shuffle(NULL), array_sort(shuffle(ARRAY['b', NULL, 'a'])), typeof(shuffle(ARRAY[DECIMAL '1.5']))
shuffle(1)
map_zip_with(MAP(ARRAY[1, 2, 3], ARRAY['a', 'b', 'c']), MAP(ARRAY[1, 2, 3], ARRAY['d', 'e', 'f']), (k, v1, v2) -> concat(v1, v2)), map_zip_with(MAP(ARRAY['k1', 'k2'], ARRAY[1, 2]), MAP(ARRAY['k2', 'k3'], ARRAY[4, 9]), (k, v1, v2) -> (v1, v2)), map_zip_with(MAP(ARRAY['a', 'b', 'c'], ARRAY[1, 8, 27]), MAP(ARRAY['a', 'b', 'c'], ARRAY[1, 2, 3]), (k, v1, v2) -> k || CAST(v1 / v2 AS varchar))
map_zip_with(MAP(ARRAY[1], ARRAY[10]), MAP(ARRAY[2], ARRAY[20]), (k, a, b) -> coalesce(a, 0) + coalesce(b, 0) + k), map_zip_with(MAP(), MAP(), (k, a, b) -> 1), map_zip_with(MAP(ARRAY[1], ARRAY[NULL]), MAP(ARRAY[1], ARRAY['x']), (k, a, b) -> a IS NULL AND b = 'x'), map_zip_with(NULL, MAP(ARRAY[1], ARRAY[1]), (k, a, b) -> 1), map_zip_with(MAP(ARRAY[1], ARRAY[1]), MAP(ARRAY[1], ARRAY[2]), (k, a, b) -> CAST(NULL AS integer))
map_zip_with(MAP(ARRAY[1, 2], ARRAY[1, 2]), MAP(ARRAY[CAST(3 AS bigint)], ARRAY['c']), (k, a, b) -> typeof(k) || typeof(a) || typeof(b)), typeof(map_zip_with(MAP(ARRAY[1], ARRAY[1]), MAP(ARRAY[1], ARRAY[DECIMAL '2.5']), (k, a, b) -> a * b))
SELECT map_zip_with(m, n, (k, a, b) -> x + coalesce(a, b)) FROM (VALUES (1, MAP(ARRAY['a'], ARRAY[1]), MAP(ARRAY['b'], ARRAY[2])), (10, NULL, MAP(ARRAY['b'], ARRAY[2]))) t(x, m, n)
map_zip_with(MAP(ARRAY[1], ARRAY[1]), MAP(ARRAY['a'], ARRAY[1]), (k, a, b) -> 1)
map_zip_with(MAP(ARRAY[1], ARRAY[1]), MAP(ARRAY[1], ARRAY[0]), (k, a, b) -> a / b)
map_zip_with(MAP(ARRAY[1], ARRAY[MAP(ARRAY[2], ARRAY[3])]), MAP(ARRAY[1], ARRAY[MAP(ARRAY[2], ARRAY[4])]), (k, m, n) -> map_zip_with(m, n, (l, x, y) -> k + l + x + y))
multimap_from_entries(ARRAY[(1, 'x'), (2, 'y'), (1, 'z')]), multimap_from_entries(ARRAY[]), multimap_from_entries(ARRAY[ROW('a', NULL), ROW('a', 1)]), multimap_from_entries(NULL), multimap_from_entries(ARRAY[ROW(DECIMAL '1.5', ARRAY[1]), ROW(DECIMAL '2.5', NULL)]), typeof(multimap_from_entries(ARRAY[(1, 'x')]))
multimap_from_entries(ARRAY[ROW(NULL, 1)])
multimap_from_entries(ARRAY[NULL, ROW(1, 2)])
multimap_from_entries(ARRAY[ROW(1, 2, 3)])
multimap_from_entries(ARRAY[1])
SELECT multimap_from_entries(a) FROM (VALUES ARRAY[ROW('b', 1), ROW('a', 2), ROW('b', 3)], NULL, ARRAY[]) t(a)
json_array_get('["a", [3, 9], "c"]', 0), json_array_get('["a", [3, 9], "c"]', 1), json_array_get('["c", [3, 9], "a"]', -1), json_array_get('["c", [3, 9], "a"]', -2), json_array_get('[]', 0), json_array_get('["a", "b", "c"]', 10), json_array_get('["a"]', -2), json_array_get('[1, 1.0, 1e2, true, false, null]', 1), json_array_get('[1, 1.0, 1e2, true, false, null]', 2), json_array_get('[1, null, true]', 2), json_array_get('[null]', 0), json_array_get('{"a":1}', 0), json_array_get('1', 0), json_array_get('x', 0), json_array_get('[{"b": 1, "a": [2.50, {"d": 1e7, "c": ""}]}]', 0), json_array_get('', 0), json_array_get(' [1]', 0)
json_array_get(JSON '[1, {"b": 1.50, "a": [1e3, null]}]', 1), json_array_get(JSON '[[1.0, "x"]]', 0), json_array_get('[{"a": "\u00e9\n"}]', 0), json_array_get(NULL, 0), json_array_get('[1]', NULL), json_array_get('[1]', -9223372036854775808), typeof(json_array_get('[1]', 0)), json_array_get('[12345678901234567890, 0.1]', 0), json_array_get('[[12345678901234567890, 1.10, 1E400]]', 0)
json_array_get(1, 0)
entropy(1)
strrpos('a', 'b')
find_first(ARRAY[1], x -> x > 0)
find_first_index(ARRAY[1], x -> x > 0)
date_bin(INTERVAL '1' DAY, TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-01-01 00:00:00')
dot_product(ARRAY[1e0], ARRAY[1e0])
cosine_distance(ARRAY[1e0], ARRAY[1e0])
t_cdf(1, 1)
t_pdf(1, 1)
regr_count(1, 2)
regr_avgx(1, 2)
-- Aggregates: maps, histograms, reductions
SELECT map_union(m) FROM (VALUES MAP(ARRAY['a', 'b'], ARRAY[1, 2]), MAP(ARRAY['c'], ARRAY[3]), NULL, MAP()) t(m)
SELECT map_union(m), typeof(map_union(m)) FROM (VALUES MAP(ARRAY[DECIMAL '1.5'], ARRAY[NULL])) t(m)
SELECT map_union(m) FROM (VALUES MAP(), MAP()) t(m)
SELECT map_union(m) FROM (VALUES CAST(NULL AS map(integer, varchar))) t(m)
SELECT map_union(m) FROM (VALUES MAP(ARRAY[1], ARRAY['x'])) t(m) WHERE false
SELECT g, map_union(m) FROM (VALUES ('x', MAP(ARRAY[1], ARRAY['a'])), ('y', MAP(ARRAY[2], ARRAY['b'])), ('x', MAP(ARRAY[3], ARRAY['c'])), ('z', NULL)) t(g, m) GROUP BY g ORDER BY g
SELECT map_union(m) FILTER (WHERE k > 1) FROM (VALUES (1, MAP(ARRAY[1], ARRAY[1])), (2, MAP(ARRAY[2], ARRAY[2]))) t(k, m)
SELECT map_union(m) FROM (VALUES MAP(ARRAY['a'], ARRAY[1]), MAP(ARRAY['a'], ARRAY[2])) t(m)
SELECT map_union(m)['a'] FROM (VALUES MAP(ARRAY['a', 'b'], ARRAY[1, 5]), MAP(ARRAY['a'], ARRAY[2])) t(m)
SELECT map_union(x) FROM (VALUES 1) t(x)
SELECT map_union(NULL)
SELECT reduce_agg(x, 0, (a, b) -> a + b, (a, b) -> a + b) FROM (VALUES 1, 2, 3, NULL) t(x)
SELECT reduce_agg(x, 1, (a, b) -> a * b, (a, b) -> a * b), reduce_agg(x, 0e0, (s, v) -> s + v, (s, t) -> s + t), reduce_agg(x, true, (s, v) -> s AND v > 0, (s, t) -> s AND t) FROM (VALUES 1, 2, 3) t(x)
SELECT g, reduce_agg(x, 0, (a, b) -> a + b, (a, b) -> a + b) FROM (VALUES ('a', 2), ('a', 3), ('b', 4), ('c', NULL)) t(g, x) GROUP BY g ORDER BY g
SELECT reduce_agg(x, 0, (a, b) -> a + length(b), (a, b) -> a + b) FROM (VALUES 'a', 'bcd') t(x)
SELECT reduce_agg(x, DATE '2024-01-01', (a, b) -> date_add('day', b, a), (a, b) -> a) FROM (VALUES 1, 2) t(x)
SELECT reduce_agg(x, DECIMAL '1.5', (a, b) -> a, (a, b) -> a) FROM (VALUES 1, 2) t(x)
SELECT reduce_agg(x, REAL '1.5', (a, b) -> CAST(a + b AS real), (a, b) -> a) FROM (VALUES 1, 2) t(x)
SELECT reduce_agg(x, '', (a, b) -> a || b, (a, b) -> a || b) FROM (VALUES 'a', 'b') t(x)
SELECT reduce_agg(x, ARRAY[0], (a, b) -> a, (a, b) -> a) FROM (VALUES 1) t(x)
SELECT reduce_agg(x, CAST(1 AS decimal(30, 1)), (a, b) -> a, (a, b) -> a) FROM (VALUES 1) t(x)
SELECT reduce_agg(x, 0, (a, b) -> IF(b = 1, NULL, a + b), (a, b) -> a) FROM (VALUES 1) t(x)
SELECT reduce_agg(x, 0, (a, b) -> IF(b = 1, CAST(NULL AS integer), a + b), (a, b) -> a) FROM (VALUES 1, 2) t(x)
SELECT reduce_agg(x, CAST(NULL AS integer), (a, b) -> a + b, (a, b) -> a + b) FROM (VALUES 1, 2) t(x)
SELECT reduce_agg(x, 0, (a, b) -> a + b, (a, b) -> a + b) FROM (VALUES 1) t(x) WHERE x > 1
SELECT reduce_agg(x, 0, (a, b) -> a / b, (a, b) -> a) FROM (VALUES 1, 0) t(x)
SELECT reduce_agg(x, y, (a, b) -> a + b, (a, b) -> a + b) FROM (VALUES (1, 100), (2, 200)) t(x, y)
SELECT reduce_agg(x, 0, (a, b) -> a + b, (a, b) -> a + b) FILTER (WHERE x > 1) FROM (VALUES 1, 2, 3) t(x)
SELECT reduce_agg(x, CAST(0 AS bigint), (a, b) -> a + b, (a, b) -> a + b) FROM (VALUES 9223372036854775807, 1) t(x)
SELECT numeric_histogram(3, x) FROM (VALUES 1, 2, 3, 2, 1, 1) t(x)
SELECT numeric_histogram(2, x) FROM (VALUES 1, 2, 3, 10, 11, 12) t(x)
SELECT numeric_histogram(5, x) FROM (VALUES DECIMAL '1.5', DECIMAL '2.25', NULL, 100, 3, 7, 7, 8, 9, 25, 26, DECIMAL '27.5') t(x)
SELECT numeric_histogram(3, x, w) FROM (VALUES (1, 2), (2, 3), (3, DECIMAL '0.5'), (4, 1), (1, 7), (NULL, 1), (2, NULL)) t(x, w)
SELECT numeric_histogram(4, CAST(x AS real)), typeof(numeric_histogram(4, CAST(x AS real))) FROM (VALUES DECIMAL '1.1', DECIMAL '2.2', DECIMAL '3.3', DECIMAL '4.4', DECIMAL '5.5', DECIMAL '5.6') t(x)
SELECT numeric_histogram(4, CAST(x AS real), 2) FROM (VALUES DECIMAL '1.1', DECIMAL '2.2', DECIMAL '3.3', DECIMAL '4.4', DECIMAL '5.5', DECIMAL '5.6') t(x)
SELECT numeric_histogram(10, x) FROM UNNEST(sequence(1, 500)) t(x)
SELECT numeric_histogram(7, x * x % 1009) FROM UNNEST(sequence(1, 2000)) t(x)
SELECT numeric_histogram(20, sqrt(x)) FROM UNNEST(sequence(1, 1000)) t(x)
SELECT numeric_histogram(5, -x) FROM UNNEST(sequence(1, 300)) t(x)
SELECT numeric_histogram(2, x) FROM (VALUES nan(), 1, 2, 3) t(x)
SELECT numeric_histogram(3, x) FROM (VALUES infinity(), 1, 2, 3, -infinity()) t(x)
SELECT numeric_histogram(3, x) FROM (VALUES 0e0, -0e0, 1e0) t(x)
SELECT numeric_histogram(3, x) FROM (VALUES nan(), nan(), 1e0) t(x)
SELECT numeric_histogram(1, x) FROM (VALUES 1, 2) t(x)
SELECT numeric_histogram(0, x) FROM (VALUES 1, 2) t(x)
SELECT numeric_histogram(NULL, x) FROM (VALUES 1, 2) t(x)
SELECT numeric_histogram(3, x) FROM (VALUES 1) t(x) WHERE false
SELECT numeric_histogram(3, 'a')
SELECT numeric_histogram(4294967298, x) FROM (VALUES 1, 2) t(x)
SELECT g, numeric_histogram(2, x) FROM (VALUES ('a', 1), ('a', 5), ('b', 2), ('a', 6), ('c', NULL)) t(g, x) GROUP BY g ORDER BY g
SELECT numeric_histogram(b, x) FROM (VALUES (2, 1), (3, 2), (4, 5), (5, 9)) t(b, x)
SELECT approx_most_frequent(3, x, 15) FROM (VALUES 1, 1, 2, 2, 2, 3, 4) t(x)
SELECT approx_most_frequent(2, x, 15) FROM (VALUES 'a', 'b', 'a', 'c', 'b', 'a', NULL) t(x)
SELECT approx_most_frequent(2, x, 10) FROM (VALUES 'a', 'b', 'c', 'd') t(x)
SELECT approx_most_frequent(3, x, 10) FROM (VALUES 5, 4, 3, 2, 1, 1, 2, 3, 4, 5) t(x)
SELECT approx_most_frequent(3, x % 7, 5) FROM UNNEST(sequence(1, 100)) t(x)
SELECT approx_most_frequent(4, x * x % 37, 6) FROM UNNEST(sequence(1, 300)) t(x)
SELECT approx_most_frequent(10, x * x % 101, 12) FROM UNNEST(sequence(1, 500)) t(x)
SELECT approx_most_frequent(5, CAST(x * 7 % 13 AS varchar), 5) FROM UNNEST(sequence(1, 90)) t(x)
SELECT approx_most_frequent(5, x, 2) FROM (VALUES 1, 2, 3, 3, 1) t(x)
SELECT approx_most_frequent(1, x, 10) FROM (VALUES 1) t(x)
SELECT approx_most_frequent(2, x, 0) FROM (VALUES 1) t(x)
SELECT approx_most_frequent(2, x, -1) FROM (VALUES 1) t(x)
SELECT approx_most_frequent(2, x, NULL) FROM (VALUES 1) t(x)
SELECT approx_most_frequent(2, x, 10) FROM (VALUES CAST(NULL AS integer)) t(x)
SELECT approx_most_frequent(2, x, 10) FROM (VALUES DECIMAL '1.5') t(x)
SELECT approx_most_frequent(2, x, 10) FROM (VALUES true) t(x)
SELECT approx_most_frequent(2, x, 4294967298) FROM (VALUES 1) t(x)
SELECT typeof(approx_most_frequent(2, x, 10)), approx_most_frequent(2, x, 10) FROM (VALUES 'é"', 'b', 'é"') t(x)
SELECT g, approx_most_frequent(2, x, 10) FROM (VALUES ('a', 1), ('b', 2), ('a', 1), ('c', NULL)) t(g, x) GROUP BY g ORDER BY g
SELECT checksum(x) FROM (VALUES 1, 2, 3) t(x)
SELECT checksum(x) FROM (VALUES 3, 1, 2, NULL) t(x)
SELECT checksum(x), checksum(CAST(x AS bigint)), checksum(CAST(x AS smallint)), checksum(CAST(x AS tinyint)), checksum(CAST(x AS double)), checksum(CAST(x AS real)), checksum(CAST(x AS decimal(5, 2))), checksum(CAST(x AS decimal(30, 2))), checksum(CAST(x AS varchar)), checksum(x > 1) FROM (VALUES 1, -2, 3, NULL) t(x)
SELECT checksum(x) FROM (VALUES 'a', 'héllo wörld, this is a longer text of more than 32 bytes', '', NULL) t(x)
SELECT checksum(x) FROM (VALUES 0e0, -0e0, nan(), infinity(), 1.5e0) t(x)
SELECT checksum(CAST(x AS real)) FROM (VALUES 0e0, -0e0, nan(), infinity(), 1.5e0) t(x)
SELECT checksum(x) FROM (VALUES X'00', X'', X'ff01') t(x)
SELECT checksum(x) FROM (VALUES DATE '2024-02-29', DATE '1969-12-31') t(x)
SELECT checksum(x), checksum(CAST(x AS timestamp(0))), checksum(CAST(x AS timestamp(6))) FROM (VALUES TIMESTAMP '2024-02-29 12:34:56.789', TIMESTAMP '1969-12-31 23:59:59.999') t(x)
SELECT checksum(x) FROM (VALUES TIMESTAMP '2024-02-29 12:34:56.789 UTC', TIMESTAMP '2024-02-29 12:34:56 UTC') t(x)
SELECT checksum(x) FROM (VALUES INTERVAL '1' DAY, INTERVAL '2' HOUR) t(x)
SELECT checksum(x) FROM (VALUES INTERVAL '1' YEAR, INTERVAL '2' MONTH) t(x)
SELECT checksum(x) FROM (VALUES UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59') t(x)
SELECT checksum(x) FROM (VALUES ARRAY[1, 2], ARRAY[], ARRAY[NULL, 3], NULL) t(x)
SELECT checksum(x) FROM (VALUES ARRAY[ARRAY['a', 'b'], ARRAY[]]) t(x)
SELECT checksum(x) FROM (VALUES MAP(ARRAY['a', 'b'], ARRAY[1, NULL]), MAP()) t(x)
SELECT checksum(x) FROM (VALUES JSON '1') t(x)
SELECT checksum(x) FROM (VALUES 1) t(x) WHERE false
SELECT checksum(x) FROM (VALUES CAST(NULL AS integer)) t(x)
SELECT checksum(NULL)
SELECT checksum(DISTINCT x), checksum(x) FILTER (WHERE x > 1) FROM (VALUES 1, 1, 2) t(x)
SELECT checksum(x) FROM (VALUES DECIMAL '12345678901234567890.12', DECIMAL '-1.00') t(x)
SELECT g, checksum(x) FROM (VALUES ('a', 1), ('b', 2), ('a', 3)) t(g, x) GROUP BY g ORDER BY g
SELECT checksum(TIME '12:34:56.789'), checksum(TIME '00:00:00')
-- Percentiles and digests
SELECT approx_percentile(x, DECIMAL '0.37'), approx_percentile(x, ARRAY[DECIMAL '0.01', DECIMAL '0.5', DECIMAL '0.999']) FROM UNNEST(sequence(1, 1000)) t(x)
SELECT approx_percentile(x * 1e0, DECIMAL '0.37'), approx_percentile(x * 1e0, DECIMAL '0.5'), approx_percentile(x * 1e0, ARRAY[DECIMAL '0.9', 0, 1, DECIMAL '0.123']) FROM UNNEST(sequence(1, 400)) t(x)
SELECT approx_percentile(x * 1e0, DECIMAL '0.37'), approx_percentile(x * 1e0, DECIMAL '0.5'), approx_percentile(x * 1e0, DECIMAL '0.999'), approx_percentile(x * 1e0, DECIMAL '0.001') FROM UNNEST(sequence(1, 5000)) t(x)
SELECT approx_percentile(sqrt(x * 7919 % 10007), ARRAY[0, DECIMAL '0.001', DECIMAL '0.01', DECIMAL '0.1', DECIMAL '0.25', DECIMAL '0.5', DECIMAL '0.75', DECIMAL '0.9', DECIMAL '0.99', DECIMAL '0.999', 1]) FROM UNNEST(sequence(1, 9000)) t(x)
SELECT approx_percentile(sqrt(x * 7919 % 10007), ARRAY[DECIMAL '0.3', DECIMAL '0.6']), approx_percentile(x % 10, DECIMAL '0.5'), approx_percentile(CAST(x % 17 AS real), ARRAY[DECIMAL '0.2', DECIMAL '0.8']) FROM UNNEST(sequence(1, 3000)) t(x)
SELECT x % 3, approx_percentile(x * x % 101, DECIMAL '0.5'), approx_percentile(sqrt(x), DECIMAL '0.9') FROM UNNEST(sequence(1, 2000)) t(x) GROUP BY 1 ORDER BY 1
SELECT approx_percentile(x, w, DECIMAL '0.5'), approx_percentile(x, w, ARRAY[DECIMAL '0.1', DECIMAL '0.9']) FROM (VALUES (1, 1), (2, 5), (3, 2), (4, 2)) t(x, w)
SELECT approx_percentile(x, x, DECIMAL '0.5'), approx_percentile(x * 1e0, 1 + x % 7, DECIMAL '0.5'), approx_percentile(x * 1.1e0, DECIMAL '2.5', ARRAY[DECIMAL '0.5', DECIMAL '0.1']) FROM UNNEST(sequence(1, 1500)) t(x)
SELECT approx_percentile(x, DECIMAL '0.5'), approx_percentile(CAST(x AS real), DECIMAL '0.5'), approx_percentile(x * 1e0, DECIMAL '0.5') FROM (VALUES 3, NULL, 1, 2) t(x)
SELECT approx_percentile(x, p) FROM (VALUES (1, DECIMAL '0.1'), (2, DECIMAL '0.2'), (3, DECIMAL '0.9')) t(x, p)
SELECT approx_percentile(x, p) FROM (VALUES (1, DECIMAL '0.1'), (2, NULL), (3, DECIMAL '0.9')) t(x, p)
SELECT approx_percentile(x, DECIMAL '0.5') FROM (VALUES CAST(NULL AS integer)) t(x)
SELECT approx_percentile(x, ARRAY[DECIMAL '0.5']) FROM (VALUES CAST(NULL AS integer)) t(x)
SELECT approx_percentile(x, DECIMAL '1.5') FROM (VALUES 1) t(x)
SELECT approx_percentile(x, -DECIMAL '0.1') FROM (VALUES 1) t(x) WHERE false
SELECT approx_percentile(x, ARRAY[DECIMAL '0.5', 2]) FROM (VALUES 1) t(x)
SELECT approx_percentile(x, ARRAY[DECIMAL '0.5', NULL]) FROM (VALUES 1) t(x)
SELECT approx_percentile(x, ARRAY[]) FROM (VALUES 1) t(x)
SELECT approx_percentile(x, DECIMAL '0.5', DECIMAL '0.5') FROM (VALUES 1) t(x)
SELECT approx_percentile(x, 0, DECIMAL '0.5') FROM (VALUES 1) t(x)
SELECT approx_percentile(x, -1, DECIMAL '0.5') FROM (VALUES 1) t(x)
SELECT approx_percentile(x, nan(), DECIMAL '0.5') FROM (VALUES 1) t(x)
SELECT approx_percentile(x, DECIMAL '0.5') FROM (VALUES nan(), 1) t(x)
SELECT approx_percentile(x, DECIMAL '0.5') FROM (VALUES infinity(), 1) t(x)
SELECT approx_percentile(x, DECIMAL '0.5') FROM (VALUES 9007199254740993) t(x)
SELECT approx_percentile(x, DECIMAL '0.5'), approx_percentile(x, 1) FROM (VALUES -5, -4, -1, -2) t(x)
SELECT approx_percentile(x, DECIMAL '0.5') FROM (VALUES DECIMAL '1.5', DECIMAL '2.5') t(x)
SELECT approx_percentile(x, DECIMAL '0.5') FROM (VALUES 'a') t(x)
SELECT approx_percentile(x, DECIMAL '0.5') FILTER (WHERE x > 2) FROM (VALUES 1, 2, 3, 4) t(x)
SELECT x, approx_percentile(x, DECIMAL '0.5') OVER (ORDER BY x) FROM (VALUES 1, 2, 3, 4, 5) t(x) ORDER BY x
SELECT tdigest_agg(x) FROM (VALUES 1, 2, DECIMAL '3.5') t(x)
SELECT tdigest_agg(x * 1e0) FROM UNNEST(sequence(1, 150)) t(x)
SELECT tdigest_agg(x, 2), typeof(tdigest_agg(x)) FROM (VALUES 1, 2) t(x)
SELECT value_at_quantile(tdigest_agg(x), DECIMAL '0.37'), values_at_quantiles(tdigest_agg(x), ARRAY[DECIMAL '0.1', DECIMAL '0.5', DECIMAL '0.95']) FROM UNNEST(sequence(1, 400)) t(x)
SELECT value_at_quantile(tdigest_agg(sqrt(x * 31 % 997), 1 + x % 3), DECIMAL '0.61') FROM UNNEST(sequence(1, 4000)) t(x)
SELECT g, value_at_quantile(d, DECIMAL '0.5') FROM (SELECT x % 2 AS g, tdigest_agg(x) AS d FROM UNNEST(sequence(1, 900)) t(x) GROUP BY 1) ORDER BY g
SELECT value_at_quantile(merge(d), DECIMAL '0.37'), values_at_quantiles(merge(d), ARRAY[0, DECIMAL '0.2', 1]) FROM (SELECT tdigest_agg(x) AS d FROM UNNEST(sequence(1, 500)) t(x) UNION ALL SELECT tdigest_agg(sqrt(x)) FROM UNNEST(sequence(1, 700)) t(x) UNION ALL SELECT NULL)
SELECT value_at_quantile(merge(d), DECIMAL '0.37') FROM (SELECT tdigest_agg(x) AS d FROM UNNEST(sequence(1, 500)) t(x))
SELECT value_at_quantile(merge(d), DECIMAL '0.37'), merge(d) FROM (SELECT tdigest_agg(x) AS d FROM UNNEST(sequence(1, 5)) t(x) UNION ALL SELECT tdigest_agg(sqrt(x)) FROM UNNEST(sequence(1, 7)) t(x))
SELECT value_at_quantile(CAST(CAST(tdigest_agg(x) AS varbinary) AS tdigest), DECIMAL '0.5') FROM (VALUES 1, 2, 3) t(x)
SELECT tdigest_agg(x) FROM (VALUES 1) t(x) WHERE false
SELECT merge(d) FROM (SELECT tdigest_agg(x) AS d FROM (VALUES 1) t(x) WHERE false)
SELECT value_at_quantile(tdigest_agg(x), DECIMAL '1.5') FROM (VALUES 1) t(x)
SELECT values_at_quantiles(tdigest_agg(x), ARRAY[DECIMAL '0.5', DECIMAL '0.1']) FROM (VALUES 1) t(x)
SELECT value_at_quantile(tdigest_agg(x), NULL), values_at_quantiles(tdigest_agg(x), ARRAY[]) FROM (VALUES 1) t(x)
SELECT value_at_quantile(1, DECIMAL '0.5')
SELECT tdigest_agg(x, DECIMAL '0.5') FROM (VALUES 1) t(x)
SELECT tdigest_agg(nan())
SELECT tdigest_agg('a')
SELECT max(d) FROM (SELECT tdigest_agg(x) AS d FROM (VALUES 1) t(x))
SELECT d = d FROM (SELECT tdigest_agg(x) AS d FROM (VALUES 1) t(x))
-- Overloads that were missing
SELECT corr(y, x), typeof(corr(y, x)), covar_pop(y, x), covar_samp(y, x), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (REAL '1.5', REAL '2.25'), (REAL '2.1', REAL '3.7'), (REAL '9.3', REAL '-1.2'), (NULL, REAL '1')) t(y, x)
SELECT corr(y, x), covar_pop(y, x), covar_samp(y, x), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (REAL '1.5', 2.25e0), (REAL '2.1', 3.7e0), (REAL '9.3', -1.2e0)) t(y, x)
SELECT corr(y, x), covar_pop(y, x), covar_samp(y, x), regr_slope(y, x), regr_intercept(y, x), typeof(corr(y, x)) FROM (VALUES (1, 2), (2, 3), (3, 9)) t(y, x)
SELECT corr(y, x), covar_pop(y, x), covar_samp(y, x), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (REAL '1', REAL '1')) t(y, x)
SELECT corr(y, x), covar_pop(y, x), covar_samp(y, x), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (DECIMAL '1.5', DECIMAL '2.5'), (DECIMAL '2.5', DECIMAL '1.1')) t(y, x)
SELECT geometric_mean(x), typeof(geometric_mean(x)) FROM (VALUES REAL '1.5', REAL '2.25', REAL '7') t(x)
SELECT geometric_mean(x), typeof(geometric_mean(x)) FROM (VALUES 1, 2, 7) t(x)
SELECT geometric_mean(x), typeof(geometric_mean(x)) FROM (VALUES DECIMAL '1.5', DECIMAL '2.5') t(x)
SELECT stddev(x), typeof(stddev(x)), variance(x), skewness(x), kurtosis(x), var_pop(x), stddev_pop(x) FROM (VALUES REAL '1.5', REAL '2.25', REAL '7', REAL '8', REAL '-1') t(x)
regexp_position('easy come, easy go', 'easy', 1), regexp_position('easy come, easy go', 'easy', 2), regexp_position('easy come, easy go', 'easy', 1, 2), regexp_position('easy come, easy go', 'easy', 1, 3), regexp_position('abc', 'b', 2), regexp_position('abc', 'b', 3), regexp_position('abc', 'b', 4), regexp_position('abc', 'b', 100), regexp_position('', '', 1), regexp_position('abc', '', 2), regexp_position('abc', '', 1, 2), regexp_position('abc', '', 3, 2), regexp_position('äöü😀ü', 'ü', 3), regexp_position('äöü😀ü', 'ü', 4), regexp_position('aXbXcX', '[A-Z]', 2, 3), regexp_position(NULL, 'a', 1), regexp_position('a', 'a', NULL)
regexp_position('abab', '^ab', 2), regexp_position('abab', '(?<=a)b', 2), regexp_position('aaaa', 'aa', 1, 2), regexp_position('aaaa', 'aa', 2, 2), regexp_position('aab', 'b*', 1, 3)
regexp_position('a', 'a', 0)
regexp_position('a', 'a', -1)
regexp_position('a', 'a', 1, 0)
regexp_position('a', 'a', 5, 0)
regexp_position('a', 'a', 4294967297)
regexp_position('a', 'a', '1')
day_of_month(INTERVAL '3' DAY), day_of_month(INTERVAL '50' HOUR), day(INTERVAL '3' DAY)
repeat('x', 2), repeat(1, 0)
repeat('x', CAST(2 AS bigint))
ngrams(ARRAY[1, 2, 3], CAST(2 AS bigint))
ngrams(ARRAY[1, 2, 3], 2)
SELECT max_by(x, y, 2), min_by(x, y, 2), max_by(x, y, 10) FROM (VALUES ('a', 3), ('b', 1), ('c', 2), ('d', NULL)) t(x, y)
SELECT max_by(x, y, 2), min_by(x, y, 3), typeof(max_by(x, y, 2)) FROM (VALUES (NULL, 3), (1, 1), (2, 2)) t(x, y)
SELECT max_by(x, y, 2), min_by(x, y, 2) FROM (VALUES ('a', 'k'), ('b', 'z'), ('c', 'a')) t(x, y)
SELECT max_by(x, y, 2) FROM (VALUES (1, 1)) t(x, y) WHERE false
SELECT max_by(x, y, 2) FROM (VALUES (1, CAST(NULL AS integer))) t(x, y)
SELECT g, max_by(x, y, 2), min_by(x, y, 1) FROM (VALUES ('p', 1, 1), ('q', 2, 2), ('p', 3, 3), ('p', 4, 0)) t(g, x, y) GROUP BY g ORDER BY g
SELECT max_by(x, y, 0) FROM (VALUES (1, 1)) t(x, y)
SELECT min_by(x, y, -1) FROM (VALUES (1, 1)) t(x, y)
SELECT max_by(x, y, 10001) FROM (VALUES (1, 1)) t(x, y)
SELECT max_by(x, y, NULL) FROM (VALUES (1, 1)) t(x, y)
SELECT max_by(x, y, 2) FILTER (WHERE x > 1) FROM (VALUES (1, 10), (2, 5), (3, 7)) t(x, y)
SELECT max_by(x, y, 2) FROM (VALUES (1, JSON '1')) t(x, y)
SELECT max_by(x, y, 3), min_by(x, y, 3) FROM (VALUES (1, nan()), (2, 1e0), (3, infinity())) t(x, y)
SELECT max_by(x, y, 2), min_by(x, y, 2) FROM (VALUES (1, DATE '2024-01-01'), (2, DATE '2023-01-01'), (3, DATE '2025-01-01')) t(x, y)
SELECT max_by(ROW(x, 'v'), y, 1), min_by(ARRAY[x], y, 1) FROM (VALUES (1, DECIMAL '1.5'), (2, DECIMAL '2.5')) t(x, y)
typeof(localtime), localtime = localtime, typeof(localtime(0)), typeof(localtime(6)), typeof(current_timestamp(0)), typeof(current_timestamp(3)), typeof(current_timestamp(6)), typeof(localtimestamp(1)), typeof(localtimestamp(6))
CAST(localtimestamp AS time(3)) = localtime, localtimestamp(3) = localtimestamp, current_timestamp(3) = current_timestamp, date_diff('second', localtimestamp(0), localtimestamp) = 0, CAST(localtimestamp AS timestamp(0)) = localtimestamp(0)
current_timestamp(13)
localtimestamp(13)
localtime(13)
now(3)
SELECT corr(y, x), covar_pop(y, x), covar_samp(y, x), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (1.7976931348623157e308, 1e0), (1.7976931348623157e308, 2e0)) t(y, x)
SELECT corr(y, x), covar_pop(y, x), covar_samp(y, x), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (1e200, 1e200), (2e200, 3e200)) t(y, x)
SELECT corr(y, x), covar_pop(y, x), covar_samp(y, x), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (1e0, infinity()), (2e0, 3e200)) t(y, x)
SELECT corr(sqrt(x), x % 7), covar_pop(sqrt(x), x % 7), regr_slope(sqrt(x), x % 7e0), regr_intercept(sqrt(x), x % 7e0), skewness(sqrt(x)), kurtosis(sqrt(x) % 3), skewness(x * x % 17), kurtosis(x * x % 17) FROM UNNEST(sequence(1, 300)) t(x)
SELECT x, regr_intercept(y, x) OVER (ORDER BY x), corr(y, x) OVER (ORDER BY x) FROM (VALUES (1e0, 0.1e0), (2e0, 0.7e0), (3e0, 0.2e0)) t(x, y) ORDER BY x
SELECT skewness(x), kurtosis(x) FROM (VALUES 1e200, 2e200, 3e0, 7e0) t(x)
-- HyperLogLogs
SELECT approx_set(x), typeof(approx_set(x)) FROM (VALUES 1, 2, 3, NULL) t(x)
SELECT approx_set(x), cardinality(approx_set(x)) FROM (VALUES 'a', 'héllo', '', 'a') t(x)
SELECT approx_set(x), cardinality(approx_set(x)) FROM (VALUES 1.5e0, nan(), 0e0, -0e0, infinity()) t(x)
SELECT cardinality(approx_set(x)) FROM (VALUES REAL '1.5', REAL '2') t(x)
SELECT cardinality(approx_set(x)) FROM (VALUES DECIMAL '1.5', DECIMAL '2.5') t(x)
SELECT cardinality(approx_set(x)) FROM (VALUES CAST(1 AS tinyint)) t(x)
SELECT cardinality(approx_set(x)) FROM UNNEST(sequence(1, 511)) t(x)
SELECT cardinality(approx_set(x)) FROM UNNEST(sequence(1, 512)) t(x)
SELECT cardinality(approx_set(x)) FROM UNNEST(sequence(1, 1000)) t(x)
SELECT cardinality(approx_set(x)) FROM UNNEST(sequence(1, 3000)) t(x)
SELECT cardinality(approx_set(x)), cardinality(approx_set(x * 1e0)), cardinality(approx_set(CAST(x AS varchar))) FROM UNNEST(sequence(1, 5000)) t(x)
SELECT cardinality(approx_set(x)), cardinality(approx_set(x % 4000)), cardinality(approx_set(x / 3)) FROM UNNEST(sequence(1, 9999)) t(x)
SELECT cardinality(approx_set(x + y)) FROM UNNEST(sequence(1, 9999)) t(x), UNNEST(sequence(0, 50000, 10000)) u(y)
SELECT md5(CAST(approx_set(x) AS varbinary)), md5(CAST(approx_set(x % 600) AS varbinary)), length(CAST(approx_set(x) AS varbinary)) FROM UNNEST(sequence(1, 9000)) t(x)
SELECT md5(CAST(approx_set(x + y) AS varbinary)), length(CAST(approx_set(x + y) AS varbinary)) FROM UNNEST(sequence(1, 9999)) t(x), UNNEST(sequence(0, 90000, 10000)) u(y)
SELECT cardinality(merge(s)), md5(CAST(merge(s) AS varbinary)) FROM (SELECT approx_set(x) AS s FROM UNNEST(sequence(1, 300)) t(x) UNION ALL SELECT approx_set(x) FROM UNNEST(sequence(200, 400)) t(x) UNION ALL SELECT NULL)
SELECT cardinality(merge(s)), md5(CAST(merge(s) AS varbinary)) FROM (SELECT approx_set(x) AS s FROM UNNEST(sequence(1, 300)) t(x) UNION ALL SELECT approx_set(x) FROM UNNEST(sequence(301, 516)) t(x))
SELECT cardinality(merge(s)), md5(CAST(merge(s) AS varbinary)) FROM (SELECT approx_set(x) AS s FROM UNNEST(sequence(1, 300)) t(x) UNION ALL SELECT approx_set(x) FROM UNNEST(sequence(301, 517)) t(x))
SELECT cardinality(merge(s)), md5(CAST(merge(s) AS varbinary)) FROM (SELECT approx_set(x) AS s FROM UNNEST(sequence(1, 3000)) t(x) UNION ALL SELECT approx_set(x) FROM UNNEST(sequence(5000, 5200)) t(x))
SELECT cardinality(merge(s)), md5(CAST(merge(s) AS varbinary)) FROM (SELECT approx_set(x) AS s FROM UNNEST(sequence(1, 30)) t(x) UNION ALL SELECT approx_set(x) FROM UNNEST(sequence(5000, 9000)) t(x))
SELECT cardinality(merge(s)), md5(CAST(merge(s) AS varbinary)) FROM (SELECT approx_set(x) AS s FROM UNNEST(sequence(1, 8000)) t(x) UNION ALL SELECT approx_set(x) FROM UNNEST(sequence(5000, 14000)) t(x))
SELECT empty_approx_set(), cardinality(empty_approx_set()), typeof(empty_approx_set())
SELECT cardinality(merge(s)) FROM (VALUES empty_approx_set(), empty_approx_set()) t(s)
SELECT approx_set(x), cardinality(approx_set(x)) FROM (VALUES 1) t(x) WHERE false
SELECT approx_set(x) FROM (VALUES CAST(NULL AS bigint)) t(x)
SELECT merge(s) FROM (VALUES CAST(NULL AS HyperLogLog)) t(s)
SELECT g, cardinality(approx_set(x)) FROM (VALUES ('a', 1), ('b', 2), ('a', 3), ('c', NULL)) t(g, x) GROUP BY g ORDER BY g
SELECT x, cardinality(approx_set(x) OVER (ORDER BY x)) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
SELECT cardinality(approx_set(DISTINCT x)), cardinality(approx_set(x) FILTER (WHERE x > 1)) FROM (VALUES 1, 1, 2, 3) t(x)
SELECT approx_set(x) FROM (VALUES true) t(x)
SELECT approx_set(x) FROM (VALUES DATE '2024-01-01') t(x)
SELECT approx_set(x, DECIMAL '0.01') FROM (VALUES 1) t(x)
SELECT approx_set(x) = approx_set(x) FROM (VALUES 1) t(x)
SELECT CAST(approx_set(x) AS varchar) FROM (VALUES 1) t(x)
SELECT merge(1)
empty_approx_set(1)
cardinality(1)
-- Approximate counts
SELECT approx_distinct(x), approx_distinct(x * 1e0), approx_distinct(CAST(x AS varchar)), approx_distinct(CAST(x AS real)), approx_distinct(x % 2 = 0) FROM UNNEST(sequence(1, 1000)) t(x)
SELECT approx_distinct(x), approx_distinct(x % 261), approx_distinct(x % 260), approx_distinct(x % 300), approx_distinct(x % 1500) FROM UNNEST(sequence(1, 9999)) t(x)
SELECT approx_distinct(x, DECIMAL '0.023'), approx_distinct(x, 0.02e0), approx_distinct(x, DECIMAL '0.017') FROM UNNEST(sequence(1, 5000)) t(x)
SELECT x % 3, approx_distinct(x) FROM UNNEST(sequence(1, 3000)) t(x) GROUP BY 1 ORDER BY 1
SELECT approx_distinct(x), approx_distinct(DISTINCT x), approx_distinct(x) FILTER (WHERE x > 1) FROM (VALUES 1, 1, 2, NULL) t(x)
SELECT x, approx_distinct(x % 2) OVER (ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY x
SELECT approx_distinct(ARRAY[x % 700]), approx_distinct(MAP(ARRAY['a'], ARRAY[x])), approx_distinct(to_utf8(CAST(x AS varchar))), approx_distinct(TIMESTAMP '2024-01-01 00:00:00' + x * INTERVAL '1' SECOND) FROM UNNEST(sequence(1, 2000)) t(x)
SELECT approx_distinct(x) FROM (VALUES UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59', UUID '12151fd2-7586-11e9-8f9e-2a86e4085a50') t(x)
SELECT approx_distinct(x), approx_distinct(NULL) FROM (VALUES nan(), nan(), 0e0, -0e0) t(x)
SELECT approx_distinct(JSON '1'), approx_distinct(ROW(1, 2))
-- Colours
color('red'), color('#f00'), color('#FFF'), color('WHITE'), rgb(1, 2, 3), rgb(255, 255, 255), rgb(0, 0, 0), color('black'), typeof(color('red'))
color('purple')
color('#ff')
color('#ggg')
color('')
color('#ff0000')
rgb(256, 0, 0)
rgb(0, -1, 0)
rgb(0, 0, 300)
color(DECIMAL '0.5', rgb(0, 0, 0), rgb(255, 255, 255)), color(0, color('#f00'), color('#0f0')), color(1, color('#f00'), color('#0f0')), color(DECIMAL '0.3', color('#f00'), color('#00f')), color(-5, color('#123'), color('#456')), color(7, color('#123'), color('#456')), color(nan(), color('#123'), color('#456'))
color(5, 0, 10, color('#f00'), color('#0f0')), color(15, 0, 10, color('#abc'), color('#0f0')), color(1, 1, 1, color('#abc'), color('#0f0'))
color(DECIMAL '0.5', color('red'), rgb(1, 2, 3))
color(DECIMAL '0.5', rgb(1, 2, 3), color('red'))
render(true), render(false), render(NULL), typeof(render(true)), render('abc', color('red')), render('abc', rgb(255, 128, 0)), render('', color('#fff')), typeof(render('abc', color('red'))), render(12, color('blue')), render(-9223372036854775808, color('blue')), render(1.5e0, color('#123')), render(REAL '2.5', color('#123')), render(1e20, color('white')), typeof(render(1, color('red'))), typeof(render(1e0, color('red')))
render(CAST('x' AS varchar), color('green')), typeof(render(CAST('x' AS varchar), color('green'))), render(DECIMAL '1.5', color('green'))
bar(DECIMAL '0.5', 10), bar(0, 5), bar(1, 3), bar(2, 3), bar(-1, 3), bar(DECIMAL '0.75', 20, rgb(255, 0, 0), rgb(0, 255, 0)), bar(1, 1), bar(1, 0), bar(DECIMAL '0.33', 7, color('#123'), color('#fed')), bar(nan(), 3), bar(NULL, 3), typeof(bar(1, 1))
bar(DECIMAL '0.5', 10, color('red'), rgb(1, 2, 3))
color('red') = color('red'), color('red') = color('#f00'), rgb(255, 0, 0) = color('#f00'), ARRAY[color('red'), rgb(1, 2, 3)]
color('red') < color('red')
CAST(color('red') AS varchar)
SELECT x, count(*) FROM (VALUES color('red'), color('red')) t(x) GROUP BY x
SELECT DISTINCT x FROM (VALUES rgb(1, 2, 3), rgb(1, 2, 3)) t(x)
render(1)
bar('a', 1)
-- values that fail: behind conditions, in lists, in columns that nobody names; queries inside that carry columns around
SELECT 1/0 = 1 AND false
SELECT 1/0 = 1 OR true
SELECT NULL AND 1/0 = 1
SELECT NULL OR 1/0 = 1
SELECT CASE WHEN false THEN 1/0 ELSE 2 END
SELECT CASE WHEN x = 1 THEN 1 ELSE 1/0 END FROM (VALUES 1) t(x)
SELECT CASE WHEN x = 1 THEN 1 ELSE 1/0 END FROM (VALUES 1, 2) t(x)
SELECT CASE x WHEN 1 THEN 5 WHEN 1/0 THEN 6 END FROM (VALUES 1) t(x)
SELECT CASE x WHEN 1/0 THEN 5 WHEN 1 THEN 6 END FROM (VALUES 1) t(x)
SELECT CASE 1 WHEN 1 THEN 5 WHEN 1/0 THEN 6 END
SELECT CASE NULL WHEN 1/0 THEN 5 ELSE 6 END
SELECT if(x = 1, 1, 1/0) FROM (VALUES 1) t(x)
SELECT coalesce(x, 1/0) FROM (VALUES 1) t(x)
SELECT coalesce(NULL, x, 1/0) FROM (VALUES 1) t(x)
SELECT coalesce(1/0, 1)
SELECT nullif(x, 1/0) FROM (VALUES NULL, CAST(NULL AS integer)) t(x)
SELECT NULL IN (1/0)
SELECT NULL IN (1, 1/0)
SELECT x IN (1, 1/0) FROM (VALUES CAST(NULL AS integer)) t(x)
SELECT x IN (1, 1/0) FROM (VALUES 1) t(x)
SELECT x IN (1, 1/y) FROM (VALUES (1, 0)) t(x, y)
SELECT x IN (1, 1/y) FROM (VALUES (NULL, 0), (1, 1)) t(x, y)
SELECT x IN (2, 1/y) FROM (VALUES (1, 0)) t(x, y)
SELECT 1 IN (1, 1/0)
SELECT 1 IN (1/0, 1)
SELECT 1 NOT IN (1, 1/0)
SELECT 1 IN (1, 2, 3, 1/0)
SELECT 1e0 IN (1e0, CAST('x' AS double))
SELECT any_match(ARRAY[1, 0], x -> 1/x = 1)
SELECT any_match(ARRAY[0, 1], x -> 1/x = 1)
SELECT all_match(ARRAY[2, 0], x -> 1/x = 1)
SELECT none_match(ARRAY[1, 0], x -> 1/x = 1)
SELECT any_match(ARRAY[NULL, 1, 0], x -> 1/x = 1)
SELECT all_match(ARRAY[1, 0], x -> 1/x = 1)
SELECT x FROM (VALUES 1, 0) t(x) WHERE 1/x = 1 AND x > 0
SELECT x FROM (VALUES 1, 0) t(x) WHERE x > 0 AND 1/x = 1
SELECT x FROM (VALUES 1, 0) t(x) WHERE 1/x = 1 OR x = 0
SELECT x FROM (VALUES 1, 0) t(x) WHERE x = 0 OR 1/x = 1
SELECT greatest(NULL, 1/0)
SELECT greatest(1/0, NULL)
SELECT greatest(x, 1/y) FROM (VALUES (CAST(NULL AS integer), 0)) t(x, y)
SELECT lead(x, NULL) OVER (ORDER BY x) FROM (VALUES 1) t(x)
SELECT lag(x, NULL) OVER (ORDER BY x) FROM (VALUES 1, 2) t(x)
SELECT lead(x, y) OVER (ORDER BY x) FROM (VALUES (1, CAST(NULL AS integer))) t(x, y)
SELECT (SELECT (SELECT x WHERE x = 1) FROM (VALUES 1) u) FROM (VALUES 1) t(x)
SELECT json_extract_scalar(NULL, '$.a..[')
SELECT json_extract_scalar(x, '$.a..[') FROM (VALUES CAST(NULL AS varchar)) t(x)
SELECT json_extract_scalar(NULL, 'bad path')
SELECT json_extract(NULL, 'x[')
SELECT x FROM (SELECT x, 1/x AS y FROM (VALUES 0, 1) t(x))
SELECT count(*) FROM (SELECT 1/x AS y FROM (VALUES 0, 1) t(x))
SELECT count(y) FROM (SELECT 1/x AS y FROM (VALUES 0, 1) t(x))
SELECT x FROM (SELECT x, 1/0 AS y FROM (VALUES 0, 1) t(x))
SELECT 1 FROM (VALUES 1/0) t(x)
SELECT 1 FROM (VALUES (1, 1/0)) t(x, y)
SELECT count(*) FROM (VALUES (1, 1/0)) t(x, y)
SELECT 1 FROM (SELECT 1/0)
SELECT EXISTS (SELECT 1/0)
SELECT EXISTS (SELECT 1/x FROM (VALUES 0) t(x))
SELECT 1 WHERE EXISTS (SELECT 1/0)
SELECT x FROM (VALUES 1) t(x) WHERE x = 2 AND 1/0 = 1
SELECT x FROM (VALUES 1) t(x) WHERE 1/0 = 1 AND x = 2
SELECT x FROM (VALUES 1) t(x) WHERE false AND 1/0 = 1
SELECT x FROM (VALUES 1) t(x) WHERE 1/0 = 1 AND false
SELECT x FROM (VALUES 1) t(x) WHERE 1/0 = 1
SELECT 1/0 FROM (VALUES 1) t(x) WHERE x = 2
SELECT 1/0 FROM (VALUES 1) t(x) WHERE false
SELECT 1/0 FROM (VALUES 1) t(x) LIMIT 0
SELECT 1/x FROM (VALUES 1, 0) t(x) LIMIT 1
SELECT 1/x FROM (VALUES 1, 0) t(x) ORDER BY x DESC LIMIT 1
SELECT 1/0 WHERE false
SELECT sum(1/x) FILTER (WHERE x > 0) FROM (VALUES 1, 0) t(x)
SELECT sum(x) FILTER (WHERE 1/x > 0) FROM (VALUES 1, 0) t(x)
SELECT count(*) FROM (VALUES 1, 0) t(x) HAVING 1/0 = 1
SELECT count(*) FROM (VALUES 1, 0) t(x) HAVING count(*) = 3 AND 1/0 = 1
SELECT x, count(*) FROM (VALUES 1, 0) t(x) GROUP BY x HAVING x > 0 AND 1/x = 1
SELECT x, count(*) FROM (VALUES 1, 0) t(x) GROUP BY x HAVING 1/x = 1 AND x > 0
SELECT x, 1/x FROM (VALUES 1, 0) t(x) GROUP BY x HAVING x > 0
SELECT a.x FROM (VALUES 1, 0) a(x) JOIN (VALUES 1, 0) b(y) ON a.x = b.y AND 1/a.x = 1
SELECT a.x FROM (VALUES 1, 0) a(x) JOIN (VALUES 1) b(y) ON 1/a.x = b.y
SELECT * FROM (VALUES (CAST(NULL AS integer), 0)) t(n, m) WHERE n > 5 AND 10/m > 2
SELECT * FROM (VALUES (CAST(NULL AS integer), 0), (6, 1)) t(n, m) WHERE n > 5 AND 10/m > 2
SELECT * FROM (VALUES (CAST(NULL AS integer), 0), (6, 1)) t(n, m) WHERE n > 5 OR 10/m > 2
SELECT * FROM (VALUES 2147483647, 3) t(x) WHERE x + 1 > 5
SELECT x + 1 > 5 FROM (VALUES 2147483647, 3) t(x)
SELECT * FROM (VALUES 2147483647, 3) t(x) WHERE x - -1 = 5
SELECT * FROM (VALUES 2147483647, 3) t(x) WHERE x * 2 = 6
SELECT * FROM (VALUES -2147483648, 3) t(x) WHERE 5 - x = 2
SELECT * FROM (VALUES -2147483648, 3) t(x) WHERE -x = -3
SELECT * FROM (VALUES -2147483648, 3) t(x) WHERE abs(x) = 3
SELECT (x + 1) * 0 FROM (VALUES 2147483647, 3) t(x)
SELECT (x + 1) - (x + 1) FROM (VALUES 2147483647, 3) t(x)
SELECT x FROM (VALUES 1, 0) t(x) WHERE CAST('a' || CAST(x AS varchar) AS integer) IS NULL
SELECT x/0 + NULL FROM (VALUES 1) t(x)
SELECT 1/x = NULL FROM (VALUES 0) t(x)
SELECT NULL = 1/x FROM (VALUES 0) t(x)
SELECT concat('a', CAST(1/0 AS varchar), NULL)
SELECT substr(CAST(1/x AS varchar), NULL) FROM (VALUES 0) t(x)
SELECT 1/0 BETWEEN NULL AND 5
SELECT 1 BETWEEN 2 AND 1/0
SELECT x BETWEEN 2 AND 1/y FROM (VALUES (1, 0)) t(x, y)
SELECT x BETWEEN 1/y AND 0 FROM (VALUES (1, 0)) t(x, y)
SELECT x BETWEEN NULL AND 1/y FROM (VALUES (1, 0)) t(x, y)
SELECT NULL BETWEEN 1 AND 1/0
SELECT x FROM (VALUES 1, 0) t(x) WHERE x BETWEEN 1 AND 1/x
SELECT NULL IS DISTINCT FROM 1/0
SELECT 1/0 IS DISTINCT FROM NULL
SELECT x IS DISTINCT FROM 1/0 FROM (VALUES CAST(NULL AS integer)) t(x)
SELECT (1/0) IS NULL
SELECT (1/x) IS NULL FROM (VALUES 0) t(x)
SELECT ARRAY[1, 1/0][1]
SELECT ROW(1, 1/0)[1]
SELECT ROW(1, 1/x)[1] FROM (VALUES 0) t(x)
SELECT ROW(x, 1/x)[1] FROM (VALUES 0) t(x)
SELECT ARRAY[x, 1/x][1] FROM (VALUES 0) t(x)
SELECT cardinality(ARRAY[1/0])
SELECT element_at(ARRAY[x, 1/x], 1) FROM (VALUES 0) t(x)
SELECT count(1/x) FROM (VALUES 0, 1) t(x)
SELECT count(1/0) FROM (VALUES 0, 1) t(x)
SELECT max(1/0) FROM (VALUES 1) t(x) WHERE x = 2
SELECT count(DISTINCT 1/x) FROM (VALUES 0, 1) t(x)
SELECT array_agg(x ORDER BY 1/x) FROM (VALUES 0, 1) t(x)
SELECT sum(x ORDER BY 1/x) FROM (VALUES 0, 1) t(x)
SELECT x FROM (SELECT x FROM (VALUES 0, 1) t(x) ORDER BY 1/x)
SELECT x FROM (VALUES 0, 1) t(x) ORDER BY 1/x
SELECT x FROM (VALUES 0) t(x) ORDER BY 1/x
SELECT x FROM (VALUES 0) t(x) ORDER BY 1/0
SELECT count(*) FROM (VALUES 0, 1) t(x) GROUP BY 1/x
SELECT DISTINCT 1/x FROM (VALUES 0, 1) t(x)
SELECT count(*) FROM (SELECT DISTINCT 1/x FROM (VALUES 0, 1) t(x))
SELECT x FROM (SELECT x, 1/x AS y FROM (VALUES 0, 1) t(x)) WHERE x > 0
SELECT * FROM (SELECT x, 1/x AS y FROM (VALUES 0, 1) t(x) LIMIT 5) WHERE x > 0
SELECT * FROM (SELECT x, 1/x AS y FROM (VALUES 0, 1) t(x) ORDER BY x LIMIT 5) WHERE x > 0
SELECT * FROM (SELECT x FROM (VALUES 0, 1) t(x) WHERE x > 0) WHERE 1/x = 1
SELECT a.x FROM (VALUES 1, 0) a(x), (VALUES 1) b(y) WHERE 1/a.x = 1 AND a.x = b.y
SELECT a.x FROM (VALUES 1, 0) a(x), (VALUES 1) b(y) WHERE a.x > 0 AND 1/a.x = b.y
SELECT a.x FROM (VALUES 1, 0) a(x), (VALUES 1) b(y) WHERE a.x >= b.y AND 1/(a.x*b.y) = 1
SELECT x IN (SELECT 1/y FROM (VALUES 0) u(y)) FROM (VALUES 1) t(x)
SELECT x FROM (VALUES 1) t(x) WHERE x = 2 AND (SELECT 1/y FROM (VALUES 0) u(y)) = 1
SELECT false AND (SELECT 1/y FROM (VALUES 0) u(y)) = 1
SELECT try(1/0), try(CAST('x' AS integer))
SELECT TRY_CAST(1/0 AS varchar)
SELECT coalesce(try(1/x), 5) FROM (VALUES 0) t(x)
SELECT 1 FROM (SELECT 1/0 UNION ALL SELECT 2)
SELECT 1 FROM (SELECT 1/0 UNION SELECT 2)
SELECT count(*) FROM (SELECT 1/0 AS x UNION ALL SELECT 2)
SELECT 1/0 FROM (VALUES 1) t(x) WHERE x > 1
SELECT x FROM (VALUES (1, ARRAY[1])) t(x, a) WHERE a[2] = 1 AND x = 2
SELECT x FROM (VALUES (1, ARRAY[1])) t(x, a) WHERE x = 2 AND a[2] = 1
SELECT x FROM (VALUES (1, 'a')) t(x, a) WHERE CAST(a AS integer) = 1 AND x = 2
SELECT x FROM (VALUES (1, 'a')) t(x, a) WHERE date_parse(a, '%Y') > TIMESTAMP '2020-01-01 00:00:00' AND x = 2
SELECT x FROM (VALUES (1, 'a')) t(x, a) WHERE x = 2 AND (CAST(a AS integer) = 1 OR x = 1)
SELECT x FROM (VALUES (1, 'a')) t(x, a) WHERE (CAST(a AS integer) = 1 OR x = 1) AND x = 2
SELECT x FROM (VALUES (1, 'a')) t(x, a) WHERE (x = 1 OR CAST(a AS integer) = 1)
SELECT x FROM (VALUES (1, 'a')) t(x, a) WHERE (CAST(a AS integer) = 1 OR x = 1)
SELECT x FROM (VALUES (1, 'a')) t(x, a) WHERE NOT (CAST(a AS integer) = 1 OR x = 1)
SELECT x FROM (VALUES (1, 'a')) t(x, a) WHERE NOT (x = 1 AND CAST(a AS integer) = 1) AND x = 2
SELECT x FROM (VALUES (1, 0)) t(x, y) WHERE 1 / y = 1 AND y <> 0
SELECT x FROM (VALUES (1, 0)) t(x, y) WHERE NOT (y = 0) AND 1 / y = 1
SELECT 1/y = 1 AND x > 5 FROM (VALUES (1, 0)) t(x, y)
SELECT 1/y = 1 AND x > 5 FROM (VALUES (1, 0), (6, 1)) t(x, y)
SELECT 1/y = 1 AND x > 5 FROM (SELECT 1, 0) t(x, y)
SELECT 1/y = 1 AND x > 5 FROM (SELECT * FROM (VALUES (1, 0))) t(x, y)
SELECT 1/y = 1 AND x > 5 FROM UNNEST(ARRAY[1], ARRAY[0]) t(x, y)
SELECT x IN (1, 1/y) FROM UNNEST(ARRAY[1], ARRAY[0]) t(x, y)
SELECT x IN (1, 1/0) FROM UNNEST(ARRAY[1], ARRAY[0]) t(x, y)
SELECT x IN (1/y, 1) FROM UNNEST(ARRAY[1], ARRAY[0]) t(x, y)
SELECT x IN (1/0, 1) FROM UNNEST(ARRAY[1], ARRAY[0]) t(x, y)
SELECT x IN (1/0, 1) FROM (VALUES 1) t(x)
SELECT x IN (y, 1/0) FROM (VALUES (1, 1)) t(x, y)
SELECT x IN (y, 1/z) FROM (VALUES (1, 1, 0)) t(x, y, z)
SELECT x IN (1/z, y) FROM (VALUES (1, 1, 0)) t(x, y, z)
SELECT x IN (y, 1/z) FROM (VALUES (1, 1, 0), (1, 1, 1)) t(x, y, z)
SELECT x IN (1/z, y) FROM (VALUES (1, 1, 0), (1, 1, 1)) t(x, y, z)
SELECT x IN (1/z, y) FROM UNNEST(ARRAY[1], ARRAY[1], ARRAY[0]) t(x, y, z)
SELECT x IN (y, 1/z) FROM UNNEST(ARRAY[1], ARRAY[1], ARRAY[0]) t(x, y, z)
SELECT * FROM (SELECT x, 1/x AS y FROM UNNEST(ARRAY[0, 1]) t(x)) WHERE x > 0
SELECT * FROM (SELECT x, 1/x AS y FROM UNNEST(ARRAY[0, 1]) t(x)) WHERE y = 1 AND x > 0
SELECT * FROM (SELECT x, 1/x AS y FROM UNNEST(ARRAY[0, 1]) t(x)) WHERE x > 0 AND y = 1
SELECT x + 1 > 5 FROM UNNEST(ARRAY[2147483647, 3]) t(x)
SELECT 1/y + nullif(x, 1) FROM (VALUES (1, 0)) t(x, y)
SELECT 1/y + nullif(x, 1) FROM UNNEST(ARRAY[1], ARRAY[0]) t(x, y)
SELECT x, y FROM (SELECT x, sum(1/x) AS y FROM UNNEST(ARRAY[0, 1]) t(x) GROUP BY x) WHERE x > 0
SELECT ROW(x, 1/x)[1] FROM UNNEST(ARRAY[0, 1]) t(x)
SELECT x FROM UNNEST(ARRAY[0]) t(x) ORDER BY 1/x
SELECT x FROM UNNEST(ARRAY[0, 1]) t(x) WHERE 1/x = 1 AND x > 0
SELECT x FROM UNNEST(ARRAY[0, 1]) t(x) WHERE (1/x = 1) = (x > 0) AND x > 0
SELECT x > 0 FROM (SELECT x, 1/x AS y FROM UNNEST(ARRAY[0, 1]) t(x))
SELECT count(*) FROM (SELECT x, 1/x AS y FROM UNNEST(ARRAY[0, 1]) t(x))
SELECT x FROM UNNEST(ARRAY[1], ARRAY['a']) t(x, a) WHERE (CAST(a AS integer) = 1 OR x = 1)
SELECT any_match(ARRAY[], x -> 1/x = 1)
SELECT any_match(a, x -> 1/x = 1) FROM (VALUES NULL, ARRAY[0], ARRAY[1,0], ARRAY[]) t(a)
SELECT any_match(a, x -> 1/x = 1) FROM (VALUES NULL, ARRAY[1,0], ARRAY[], ARRAY[2], ARRAY[NULL], ARRAY[NULL,1,0]) t(a)
SELECT all_match(a, x -> 1/x = 1) FROM (VALUES NULL, ARRAY[2,0], ARRAY[], ARRAY[2], ARRAY[NULL], ARRAY[NULL,2,0]) t(a)
SELECT none_match(a, x -> 1/x = 1) FROM (VALUES NULL, ARRAY[1,0], ARRAY[], ARRAY[2], ARRAY[NULL], ARRAY[NULL,1,0]) t(a)
SELECT any_match(ARRAY[ARRAY[1,0], ARRAY[0]], a -> any_match(a, x -> 1/x = 1))
SELECT any_match(ARRAY[1, 0], x -> 1/x = 1 AND any_match(ARRAY[x, 0], y -> 1/y = x))
SELECT try(1/0 = 1 AND x = 1) FROM (VALUES 1) t(x)
SELECT try(x = 1 AND 1/0 = 1) FROM (VALUES 1, 2) t(x)
SELECT try(1/0 = 1 AND 1 = 1)
SELECT try(CASE WHEN 1/0 = 1 THEN 1 END)
SELECT count(*) FROM (VALUES 1, 2) t(x) WHERE CAST('2020-01-01' AS date) > DATE '2019-01-01' AND 1/x = 1
SELECT x FROM (VALUES '2020-01-01', 'x') t(x) WHERE x <> 'x' AND date_parse(x, '%Y-%m-%d') > date_parse('2019-01-01', '%Y-%m-%d')
SELECT x FROM (VALUES '2020-01-01', 'x') t(x) WHERE date_parse(x, '%Y-%m-%d') > date_parse('2019-01-01', '%Y-%m-%d') AND x <> 'x'
SELECT x FROM (VALUES 2, 0) t(x) WHERE (1/x = 0 AND x > 1) OR x = 0
SELECT x FROM (VALUES 2, 0) t(x) WHERE x = 0 OR (1/x = 0 AND x > 1)
SELECT (VALUES 1/0) IS NULL
SELECT x FROM (VALUES (1, 1/0), (2, 3)) t(x, y)
SELECT y FROM (VALUES (1, 1/0), (2, 3)) t(x, y)
SELECT y FROM (VALUES (1, 1/0), (2, 3)) t(x, y) WHERE x = 2
SELECT sum(x) FROM (VALUES (1, 1/0), (2, 3)) t(x, y)
SELECT t.x FROM (VALUES (1, 1/0), (2, 3)) t(x, y) JOIN (VALUES 1) u(z) ON x = z
SELECT * FROM (VALUES (1, 1/0)) t(x, y) LIMIT 0
SELECT if(1/0 = 1, 1, 2)
SELECT if(x = 1, 1, if(1/0 = 1, 1, 2)) FROM (VALUES 1) t(x)
SELECT CASE WHEN x = 1 THEN 1 WHEN 1/0 = 1 THEN 2 END FROM (VALUES 1) t(x)
SELECT CASE WHEN x = 1 THEN 1 WHEN 1/0 = 1 OR x = 5 THEN 2 END FROM (VALUES 1) t(x)
SELECT CASE x WHEN 1 THEN 1 WHEN 1/0 THEN 2 END FROM (VALUES 1) t(x)
SELECT coalesce(x, 1/0, 5) FROM (VALUES 1) t(x)
SELECT coalesce(NULL, 1/0, 5)
SELECT coalesce(1/0, 1/0)
SELECT x BETWEEN 5 AND 1/y FROM UNNEST(ARRAY[1], ARRAY[0]) t(x, y)
SELECT x BETWEEN 1/y AND 0 FROM UNNEST(ARRAY[1], ARRAY[0]) t(x, y)
SELECT x BETWEEN NULL AND 1/y FROM UNNEST(ARRAY[1], ARRAY[0]) t(x, y)
SELECT nullif(x, NULL) BETWEEN 1/y AND 1/y FROM UNNEST(ARRAY[NULL, 1], ARRAY[0, 1]) t(x, y)
SELECT x NOT BETWEEN 5 AND 1/y FROM UNNEST(ARRAY[1], ARRAY[0]) t(x, y)
SELECT sum(CASE WHEN x > 0 AND 1/x = 1 THEN 1 ELSE 0 END) FROM (VALUES 1, 0) t(x)
SELECT count(*) FILTER (WHERE x > 0 AND 1/x = 1) FROM (VALUES 1, 0) t(x)
SELECT count_if(x > 0 AND 1/x = 1) FROM (VALUES 1, 0) t(x)
SELECT transform(ARRAY[1, 0], x -> x > 0 AND 1/x = 1)
SELECT transform(ARRAY[1, 0], x -> 1/x = 1 AND x > 0)
SELECT filter(ARRAY[1, 0], x -> 1/x = 1 AND x > 0)
SELECT filter(ARRAY[1, 0], x -> x > 0 AND 1/x = 1)
SELECT filter(ARRAY[1, 0], x -> x = 1 OR 1/x = 1)
SELECT x FROM (VALUES 1, 0) t(x) WHERE x > 0 AND x IN (SELECT 1/y FROM (VALUES 1) u(y)) AND 1/x = 1
SELECT x FROM (VALUES 1, 0) t(x) WHERE 1/x = 1 AND x IN (SELECT 1/y FROM (VALUES 1) u(y)) AND x > 0
SELECT x FROM (VALUES 1, 0) t(x) WHERE NOT (x = 0 OR 1/x <> 1)
SELECT x FROM (VALUES 1, 0) t(x) WHERE NOT (1/x <> 1 OR x = 0)
SELECT x FROM (VALUES 1, NULL, 0) t(x) WHERE x IS NOT NULL AND x <> 0 AND 1/x = 1
SELECT lag(x, y) OVER (ORDER BY x) FROM (VALUES (1, CAST(NULL AS integer))) t(x, y)
SELECT lag(x, 0) OVER (ORDER BY x), lead(x, y) OVER (ORDER BY x) FROM (VALUES (1, -1)) t(x, y)
SELECT nth_value(x, y) OVER (ORDER BY x) FROM (VALUES (1, CAST(NULL AS integer))) t(x, y)
SELECT nth_value(x, NULL) OVER (ORDER BY x) FROM (VALUES (1, CAST(NULL AS integer))) t(x, y)
SELECT ntile(y) OVER (ORDER BY x) FROM (VALUES (1, CAST(NULL AS integer))) t(x, y)
SELECT ntile(NULL) OVER (ORDER BY x) FROM (VALUES (1, CAST(NULL AS integer))) t(x, y)
SELECT lead(x, CAST(NULL AS bigint)) OVER (ORDER BY x) FROM (VALUES (1, CAST(NULL AS integer))) t(x, y)
SELECT (SELECT (SELECT x WHERE x = 1) FROM (VALUES 1, 2) u LIMIT 1) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT x) FROM (VALUES 1) u) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT x WHERE x = 1)) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT x FROM (VALUES 1) w)) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT x FROM (VALUES 1, 2) w LIMIT 1) FROM (VALUES 1) u) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT max(x) FROM (VALUES 1, 2) w(z) WHERE z = x) FROM (VALUES 1) u) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT count(*) FROM (VALUES 1, 2) w(z) WHERE z = x) FROM (VALUES 1) u) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT z FROM (VALUES 1, 2) w(z) WHERE z = x) FROM (VALUES 1) u) FROM (VALUES 1) t(x)
SELECT (SELECT EXISTS (SELECT 1 WHERE x = 1) FROM (VALUES 1) u) FROM (VALUES 1) t(x)
SELECT (SELECT EXISTS (SELECT 1 FROM (VALUES 1) w(z) WHERE x = z) FROM (VALUES 1) u) FROM (VALUES 1) t(x)
SELECT (SELECT x IN (SELECT x FROM (VALUES 1) w(z)) FROM (VALUES 1) u) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT y WHERE y = 1) FROM (VALUES 1) u(y)) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT x + 1) FROM (VALUES 1) u(y)) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT x + y) FROM (VALUES 1) u(y)) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT x + y) FROM (VALUES 1) u(y) WHERE y = x) FROM (VALUES 1) t(x)
SELECT x, (SELECT (SELECT x WHERE x = 1)) FROM (VALUES 1, 2) t(x)
SELECT x, (SELECT y FROM (SELECT x AS y WHERE x = 1)) FROM (VALUES 1, 2) t(x)
SELECT x, (SELECT y FROM (SELECT x AS y)) FROM (VALUES 1, 2) t(x)
SELECT json_extract_scalar(NULL, '$.a')
SELECT json_extract(NULL, '$.a')
SELECT json_size(NULL, '$.a')
SELECT json_array_length(NULL)
SELECT json_array_contains(NULL, 1)
SELECT json_parse(NULL), json_format(NULL)
SELECT is_json_scalar(NULL)
SELECT json_extract_scalar(x, NULL) FROM (VALUES '{}') t(x)
SELECT json_extract_scalar(CAST(NULL AS varchar), 'bad path')
SELECT json_extract_scalar(CAST(NULL AS varchar), '$..[')
SELECT json_extract_scalar(x, '$..[') FROM (VALUES CAST(NULL AS varchar)) t(x)
SELECT json_extract_scalar(x, '$.a[') FROM (VALUES CAST(NULL AS varchar)) t(x)
SELECT regexp_like(x, '(') FROM (VALUES CAST(NULL AS varchar)) t(x)
SELECT regexp_like(NULL, '(')
SELECT approx_distinct(x, DECIMAL '0.01') FROM (VALUES 1, 2, 2) t(x)
SELECT approx_distinct(x, e) FROM (VALUES (1, 0.01e0), (2, 0.02e0), (3, 0.26e0)) t(x, e)
SELECT approx_distinct(x, e) FROM (VALUES (1, 0.01e0), (2, 0.5e0)) t(x, e)
SELECT approx_distinct(x, e) FROM (VALUES (1, 0.5e0), (2, 0.01e0)) t(x, e)
SELECT approx_distinct(x, e) FROM (VALUES (1, NULL), (2, 0.5e0)) t(x, e)
SELECT approx_distinct(x, e) FROM (VALUES (1, NULL), (2, 0.01e0)) t(x, e)
SELECT approx_distinct(x, e) FROM (VALUES (CAST(NULL AS integer), 0.5e0), (2, 0.01e0)) t(x, e)
SELECT approx_distinct(x, e) FROM (VALUES (CAST(NULL AS integer), 0.5e0)) t(x, e)
SELECT approx_distinct(x, e) FROM (VALUES (true, 0.01e0), (false, 0.5e0)) t(x, e)
SELECT var_pop(x) FROM (VALUES 1.7976931348623157e308, -1.7976931348623157e308) t(x)
SELECT var_pop(x) FROM (VALUES 1.7976931348623157e308, 1.7976931348623157e308) t(x)
SELECT var_pop(x) FROM (VALUES 1.7976931348623157e308) t(x)
SELECT var_samp(x) FROM (VALUES 1.7976931348623157e308, 1e0) t(x)
SELECT stddev_pop(x) FROM (VALUES 1.7976931348623157e308, 1e0) t(x)
SELECT variance(x), stddev(x), var_pop(x), stddev_pop(x) FROM (VALUES 1e200, -1e200) t(x)
SELECT regr_intercept(x, y) FROM (VALUES (1.7976931348623157e308, 1e0), (1e0, 2e0)) t(x, y)
SELECT regr_slope(x, y) FROM (VALUES (1.7976931348623157e308, 1e0), (1e0, 2e0)) t(x, y)
SELECT regr_intercept(x, y) FROM (VALUES (1e0, 1.7976931348623157e308), (1e0, 2e0)) t(x, y)
SELECT regr_slope(x, y) FROM (VALUES (1e0, 1.7976931348623157e308), (1e0, 2e0)) t(x, y)
SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y) FROM (VALUES (1e0, 1.7976931348623157e308), (1e0, 2e0)) t(x, y)
SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y) FROM (VALUES (1.7976931348623157e308, 1.7976931348623157e308), (1e0, 2e0)) t(x, y)
SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y) FROM (VALUES (1e200, 1e200), (1e0, 2e0)) t(x, y)
SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y), regr_slope(x, y), regr_intercept(x, y) FROM (VALUES (1e0, infinity()), (1e0, 2e0)) t(x, y)
SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y), regr_slope(x, y), regr_intercept(x, y) FROM (VALUES (1e0, nan()), (1e0, 2e0)) t(x, y)
SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y), regr_slope(x, y), regr_intercept(x, y) FROM (VALUES (1e0, 1e0)) t(x, y)
SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y), regr_slope(x, y), regr_intercept(x, y) FROM (VALUES (1e0, 1e0), (2e0, 1e0)) t(x, y)
SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y), regr_slope(x, y), regr_intercept(x, y) FROM (VALUES (1e0, 1e0), (1e0, 2e0)) t(x, y)
SELECT variance(x), var_pop(x), stddev(x) FROM (VALUES infinity(), 1e0) t(x)
SELECT variance(x), var_pop(x), stddev(x) FROM (VALUES nan(), 1e0) t(x)
SELECT variance(x), var_pop(x), stddev(x) FROM (VALUES infinity()) t(x)
SELECT variance(x), var_pop(x), stddev(x), stddev_pop(x) FROM (VALUES 0.1e0, 0.2e0, 0.7e0, 123456.789e0, -3.3e0) t(x)
SELECT variance(x), var_pop(x), stddev(x), stddev_pop(x) FROM (VALUES 1, 2, 4, 7, 100) t(x)
SELECT corr(x, y), covar_pop(x, y), covar_samp(x, y), regr_slope(x, y), regr_intercept(x, y) FROM (VALUES (0.1e0, 3e0), (0.7e0, 5.5e0), (12.25e0, -3.3e0), (1e10, 7e0)) t(x, y)
SELECT skewness(x), kurtosis(x) FROM (VALUES 0.1e0, 0.2e0, 0.7e0, 123456.789e0, -3.3e0) t(x)
SELECT (SELECT x WHERE x = 1) FROM (VALUES 1) t(x)
SELECT (SELECT x WHERE x = 1) FROM (VALUES 1, 2) t(x)
SELECT (SELECT y WHERE y = 1) FROM (VALUES 1) u(y)
SELECT (SELECT 1 WHERE y = 1) FROM (VALUES 1) u(y)
SELECT (SELECT y FROM (VALUES 1, 2) w(z) WHERE z = y) FROM (VALUES 1) u(y)
SELECT (SELECT a FROM (SELECT y AS a) WHERE a = 1) FROM (VALUES 1) u(y)
SELECT (SELECT y FROM (VALUES 1) w(z) WHERE y = 1) FROM (VALUES 1) u(y)
SELECT (SELECT y FROM (VALUES 1) w(z) WHERE z = 1) FROM (VALUES 1) u(y)
SELECT (SELECT z FROM (VALUES 1) w(z) WHERE y = 1) FROM (VALUES 1) u(y)
SELECT (SELECT (SELECT z FROM (VALUES 1) w(z) WHERE y = 1) FROM (VALUES 1) v) FROM (VALUES 1) u(y)
SELECT EXISTS (SELECT 1 WHERE x = 1) FROM (VALUES 1) t(x)
SELECT x FROM (VALUES 1) t(x) WHERE EXISTS (SELECT 1 WHERE x = 1)
SELECT x FROM (VALUES 1) t(x) WHERE (SELECT x WHERE x = 1) = 1
SELECT x FROM (VALUES 1) t(x) WHERE (SELECT (SELECT x WHERE x = 1) FROM (VALUES 1) u) = 1
SELECT (SELECT (SELECT x) FROM (VALUES 1) u WHERE x = 1) FROM (VALUES 1) t(x)
SELECT (SELECT (SELECT x FROM (VALUES 1) v) FROM (VALUES 1) u WHERE x = 1) FROM (VALUES 1) t(x)
SELECT (SELECT x FROM (VALUES 1) u WHERE x = 1) FROM (VALUES 1) t(x)
SELECT (SELECT z FROM (SELECT 1) u(z) WHERE x = 1) FROM (VALUES 1) t(x)
SELECT (SELECT z FROM (SELECT x) u(z) WHERE z = 1) FROM (VALUES 1) t(x)
SELECT (SELECT z FROM (SELECT x WHERE x = 1) u(z)) FROM (VALUES 1) t(x)
SELECT (SELECT z FROM (SELECT 1 WHERE x = 1) u(z)) FROM (VALUES 1) t(x)
SELECT (SELECT max(x) WHERE x = 1) FROM (VALUES 1) t(x)
SELECT (SELECT count(*) WHERE x = 1) FROM (VALUES 1) t(x)
SELECT l.y FROM (VALUES 1) t(x) CROSS JOIN LATERAL (SELECT x WHERE x = 1) l(y)
SELECT l.y FROM (VALUES 1) t(x) LEFT JOIN LATERAL (SELECT x WHERE x = 1) l(y) ON true
SELECT x AT TIME ZONE 'bad' FROM (VALUES TIMESTAMP '2020-01-01 00:00:00') t(x)
SELECT date_trunc('bad', x) FROM (VALUES CAST(NULL AS timestamp)) t(x)
SELECT date_add('bad', 1, x) FROM (VALUES CAST(NULL AS timestamp)) t(x)
SELECT date_diff('bad', x, x) FROM (VALUES CAST(NULL AS timestamp)) t(x)
SELECT if(x > 5, date_trunc('bad', current_date)) FROM (VALUES 1) t(x)
SELECT if(x > 5, date_trunc('bad', DATE '2020-01-01')) FROM (VALUES 1) t(x)
SELECT date_format(x, '%u') FROM (VALUES CAST(NULL AS timestamp)) t(x)
SELECT date_parse(x, '%u') FROM (VALUES CAST(NULL AS varchar)) t(x)
SELECT date_parse('2020', '%u')
SELECT if(x > 5, date_parse('2020', '%u')) FROM (VALUES 1) t(x)
SELECT format_datetime(x, 'QQQQ') FROM (VALUES CAST(NULL AS timestamp)) t(x)
SELECT if(x > 5, normalize('a', NFC)) FROM (VALUES 1) t(x)
SELECT if(x > 5, round(DECIMAL '1.5', 100)) FROM (VALUES 1) t(x)
SELECT if(x > 5, bit_count(1, 1)) FROM (VALUES 1) t(x)
SELECT if(x > 5, ARRAY[1][0]) FROM (VALUES 1) t(x)
SELECT if(x > 5, width_bucket(1, 2, 3, 0)) FROM (VALUES 1) t(x)
SELECT if(x > 5, parse_datetime('x', 'ABC')) FROM (VALUES 1) t(x)
SELECT if(x > 5, url_extract_host('http://[')) FROM (VALUES 1) t(x)
SELECT if(x > 5, json_extract('{', '$')) FROM (VALUES 1) t(x)
SELECT if(x > 5, json_extract('{}', 'bad')) FROM (VALUES 1) t(x)
SELECT if(x > 5, regexp_like('a', '(')) FROM (VALUES 1) t(x)
SELECT if(x > 5, 'a' LIKE 'b' ESCAPE 'xx') FROM (VALUES 1) t(x)
SELECT if(x > 5, 'a' LIKE 'bx' ESCAPE 'x') FROM (VALUES 1) t(x)
SELECT if(x > 5, lpad('a', -1, 'b')) FROM (VALUES 1) t(x)
SELECT if(x > 5, sequence(1, 5, -1)) FROM (VALUES 1) t(x)
SELECT if(x > 5, MAP(ARRAY[1], ARRAY[1, 2])) FROM (VALUES 1) t(x)
SELECT if(x > 5, MAP(ARRAY[1, 1], ARRAY[1, 2])) FROM (VALUES 1) t(x)
SELECT if(x > 5, MAP(ARRAY[1], ARRAY[1])[2]) FROM (VALUES 1) t(x)
SELECT if(x > 5, element_at(ARRAY[1], 0)) FROM (VALUES 1) t(x)
SELECT if(x > 5, split_part('a', 'b', 0)) FROM (VALUES 1) t(x)
SELECT if(x > 5, chr(-1)) FROM (VALUES 1) t(x)
SELECT if(x > 5, from_hex('z')) FROM (VALUES 1) t(x)
SELECT if(x > 5, from_base('z', 2)) FROM (VALUES 1) t(x)
SELECT if(x > 5, DATE '2020-01-01' + INTERVAL '1' HOUR) FROM (VALUES 1) t(x)
SELECT if(x > 5, 2147483647 + 1) FROM (VALUES 1) t(x)
SELECT if(x > 5, -(-2147483648)) FROM (VALUES 1) t(x)
SELECT if(x > 5, abs(-2147483648)) FROM (VALUES 1) t(x)
SELECT if(x > 5, CAST(300 AS tinyint)) FROM (VALUES 1) t(x)
SELECT if(x > 5, CAST(nan() AS integer)) FROM (VALUES 1) t(x)
SELECT if(x > 5, CAST(1e30 AS decimal(5,2))) FROM (VALUES 1) t(x)
SELECT if(x > 5, CAST(12345 AS decimal(3,2))) FROM (VALUES 1) t(x)
SELECT if(x > 5, CAST(DECIMAL '12345.5' AS decimal(3,2))) FROM (VALUES 1) t(x)
SELECT if(x > 5, DECIMAL '1' / DECIMAL '0') FROM (VALUES 1) t(x)
SELECT if(x > 5, DECIMAL '99999999999999999999999999999999999999' * DECIMAL '10') FROM (VALUES 1) t(x)
SELECT if(x > 5, reduce(ARRAY[1,0], 1, (s, e) -> s / e, s -> s)) FROM (VALUES 1) t(x)
SELECT if(x > 5, transform(ARRAY[1,0], e -> 1 / e)) FROM (VALUES 1) t(x)
SELECT if(x > 5, (SELECT y FROM (VALUES 1, 2) u(y))) FROM (VALUES 1) t(x)
SELECT if(x > 5, date '2020-13-01') FROM (VALUES 1) t(x)
SELECT EXISTS (SELECT x WHERE x = 1) FROM (VALUES 1) t(x)
SELECT EXISTS (SELECT x + z FROM (VALUES 1, 2) w(z) WHERE x = z) FROM (VALUES 1) t(x)
SELECT EXISTS (SELECT x + z FROM (VALUES 1, 2) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + max(z) FROM (VALUES 1, 2) w(z) WHERE z = x) FROM (VALUES 1) t(x)
SELECT (SELECT x + count(*) FROM (VALUES 1, 2) w(z) WHERE z < 2) FROM (VALUES 1) t(x)
SELECT (SELECT x + count(*) FROM (VALUES 1, 2) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (VALUES 1) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (VALUES 1) w(z) WHERE z = x) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (VALUES 1) w(z) WHERE z = 1) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (SELECT count(*) FROM (VALUES 1, 2) v) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (SELECT count(*) FROM (VALUES 1, 2) v) w(z) WHERE z > 1) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (SELECT z FROM (VALUES 1, 2) v(z) LIMIT 1) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT DISTINCT x + z FROM (VALUES 1) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (VALUES 1) w(z) JOIN (VALUES 1) v(q) ON true) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (VALUES 1) w(z), (VALUES 1) v(q)) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (VALUES 1) w(z) GROUP BY z) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM UNNEST(ARRAY[1]) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM UNNEST(ARRAY[x]) w(z)) FROM (VALUES 1) t(x)
SELECT l.y FROM (VALUES 1) t(x) CROSS JOIN LATERAL (SELECT x + z FROM (VALUES 1, 2) w(z)) l(y)
SELECT l.y FROM (VALUES 1) t(x) CROSS JOIN LATERAL (SELECT x + z FROM (VALUES 1, 2) w(z) WHERE z = x) l(y)
SELECT l.y FROM (VALUES 1) t(x) CROSS JOIN LATERAL (SELECT z FROM (VALUES 1, 2) w(z) WHERE z = x) l(y)
SELECT l.y FROM (VALUES 1) t(x) CROSS JOIN LATERAL (SELECT x + z FROM (VALUES 1) w(z)) l(y)
SELECT l.y FROM (VALUES 1) t(x) CROSS JOIN LATERAL (SELECT x) l(y)
SELECT l.y FROM (VALUES 1) t(x) LEFT JOIN LATERAL (SELECT x + z FROM (VALUES 1, 2) w(z)) l(y) ON true
SELECT l.y FROM (VALUES 1) t(x) CROSS JOIN LATERAL (VALUES x, x + 1) l(y)
SELECT l.y FROM (VALUES 1) t(x) CROSS JOIN LATERAL (VALUES x) l(y)
SELECT (SELECT x FROM (VALUES 1) v WHERE true) FROM (VALUES 1) t(x)
SELECT (SELECT x WHERE true) FROM (VALUES 1) t(x)
SELECT (SELECT x WHERE 1 = 1) FROM (VALUES 1) t(x)
SELECT (SELECT x WHERE false) FROM (VALUES 1) t(x)
SELECT (SELECT x HAVING true) FROM (VALUES 1) t(x)
SELECT (SELECT x ORDER BY x) FROM (VALUES 1) t(x)
SELECT (SELECT x FROM (VALUES 1) v ORDER BY 1) FROM (VALUES 1) t(x)
SELECT (SELECT x UNION ALL SELECT 1) FROM (VALUES 1) t(x)
SELECT (WITH w AS (SELECT x AS y) SELECT y FROM w) FROM (VALUES 1) t(x)
SELECT (WITH w AS (SELECT z FROM (VALUES 1, 2) v(z)) SELECT z FROM w WHERE z = x) FROM (VALUES 1) t(x)
SELECT x IN (SELECT x + z FROM (VALUES 0, 2) w(z) WHERE z = x) FROM (VALUES 1) t(x)
SELECT (SELECT CAST(ROW(x, 1) AS ROW(a integer, b integer)) WHERE x = 1) FROM (VALUES 1) t(x)
SELECT (SELECT x, 1 WHERE x = 1) FROM (VALUES 1) t(x)
SELECT (SELECT z FROM (VALUES 1, 2) w(z) WHERE z = x AND z > 0) FROM (VALUES 1) t(x)
SELECT (SELECT z + 1 FROM (SELECT z FROM (VALUES 1, 2) w(z) WHERE z = x) v) FROM (VALUES 1) t(x)
SELECT (SELECT z + x FROM (SELECT z FROM (VALUES 1, 2) w(z) WHERE z = x) v) FROM (VALUES 1) t(x)
SELECT (SELECT max(z) + x FROM (SELECT z FROM (VALUES 1, 2) w(z) WHERE z = x) v) FROM (VALUES 1) t(x)
SELECT (SELECT max(y) FROM (SELECT x AS y) v) FROM (VALUES 1) t(x)
SELECT (SELECT max(y) FROM (SELECT x + z AS y FROM (VALUES 1, 2) w(z)) v) FROM (VALUES 1) t(x)
SELECT (SELECT count(*) FROM (SELECT x + z AS y FROM (VALUES 1, 2) w(z)) v) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (VALUES 1, 2) w(z) WHERE z = 1) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM UNNEST(ARRAY[1, 2]) w(z) WHERE z = 1) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM UNNEST(ARRAY[x, 2]) w(z) WHERE z = 1) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (SELECT count(*) FROM (VALUES 1, 2) v GROUP BY ()) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (SELECT max(v) FROM (VALUES 1, 2) v(v) GROUP BY v) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (SELECT max(v) FROM (VALUES 1, 2) v(v) HAVING true) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (SELECT max(v) FROM (VALUES 1, 2) v(v) HAVING max(v) > 0) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + z FROM (SELECT 1 WHERE true) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT y FROM (SELECT x + z AS y FROM (SELECT 1) w(z)) v) FROM (VALUES 1) t(x)
SELECT (SELECT x + (SELECT 1) FROM (VALUES 1) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT x + (SELECT z) FROM (VALUES 1) w(z)) FROM (VALUES 1) t(x)
SELECT (SELECT max(z) + x FROM (VALUES 1) w(z) WHERE z = x) FROM (VALUES 1) t(x)
SELECT (SELECT max(z) + x FROM (VALUES 1) w(z) HAVING max(z) > 0) FROM (VALUES 1) t(x)
SELECT (SELECT max(z) + x FROM (VALUES 1) w(z) GROUP BY z) FROM (VALUES 1) t(x)
SELECT (SELECT max(z) + x FROM (VALUES 1) w(z) WHERE z = x GROUP BY z) FROM (VALUES 1) t(x)
SELECT (SELECT x FROM (VALUES 1, 2) w(z) LIMIT 1) FROM (VALUES 1) t(x)
SELECT try(1 / CAST(d AS integer)) FROM (VALUES '1.5', '2') t(d)
SELECT try(1 / CAST(d AS integer)) FROM UNNEST(ARRAY['1.5', '2']) t(d)
SELECT try(CAST(d AS integer) + CAST(d AS integer)) FROM (VALUES '1.5', '2') t(d)
SELECT try(ARRAY[1, 2][CAST(d AS integer)]) FROM (VALUES '1.5', '2') t(d)
SELECT coalesce(try(1 / CAST(d AS integer)), 7) FROM (VALUES '1.5', '2') t(d)
SELECT sum(try(1 / CAST(d AS integer))) FROM (VALUES '1.5', '2') t(d)
SELECT count(*) FROM (VALUES '1.5', '2') t(d) WHERE try(1 / CAST(d AS integer)) IS NULL
SELECT try(CAST(d AS integer)), CASE WHEN d <> '1.5' THEN CAST(d AS integer) END, CASE WHEN d <> '1.5' THEN CAST(d AS integer) + 1 END FROM (VALUES '1.5', '2') t(d)
SELECT CASE WHEN d <> '1.5' THEN 1 / CAST(d AS integer) END FROM (VALUES '1.5', '2') t(d)
SELECT CASE WHEN d <> '1.5' THEN 1 / CAST(d AS integer) END, CASE WHEN d <> '1.5' THEN 2 / CAST(d AS integer) END FROM (VALUES '1.5', '2') t(d)
SELECT if(d = '2', CAST(d AS integer)), coalesce(try(CAST(d AS integer)), 0) FROM (VALUES '1.5', '2') t(d)
SELECT try(1 / nullif(CAST(d AS integer), 0)) FROM (VALUES '1.5', '2') t(d)
SELECT try(sqrt(CAST(d AS double)) + CAST(d AS double)) FROM (VALUES 'x', '2') t(d)
SELECT x, try(1 / x) FROM (VALUES 1, 0) t(x) GROUP BY x ORDER BY 1 DESC
SELECT try(1 / sum(x)) FROM (VALUES 1, -1) t(x)
SELECT x + 1, try(1 / (x + 1)) FROM (VALUES 1, -1) t(x) GROUP BY x + 1 ORDER BY 1 DESC
SELECT count(*) FROM (VALUES '1', 'x') t(x) HAVING try(1 / count(*)) = 0
SELECT try(1 / sum(x) + sum(x)) FROM (VALUES 1, -1) t(x)
SELECT x, try(1 / x), try(1 / (x + 0)) FROM (VALUES 1, 0) t(x) GROUP BY x ORDER BY x DESC
SELECT x + 1, try(1 / (x + 1) + sum(x)) FROM (VALUES 1, -1) t(x) GROUP BY x + 1 ORDER BY 1 DESC
SELECT try(1 / sum(x)) FROM (VALUES 1, -1) t(x)
SELECT count(*) FROM (VALUES '1', 'x') t(x) HAVING try(1 / count(*)) = 0
SELECT try(1 / sum(x) + sum(x)) FROM (VALUES 1, -1) t(x)
SELECT k, try(sum(x) / count_if(x > 1)) FROM (VALUES (1, 1), (2, 2)) t(k, x) GROUP BY k ORDER BY k
SELECT k, try(100 * sum(x) / nullif(count(*), 1)), coalesce(try(max(x) / min(x)), -1) FROM (VALUES (1, 0), (2, 2), (2, 4)) t(k, x) GROUP BY k ORDER BY k
SELECT try(CAST(max(s) AS integer)) FROM (VALUES 'x', '1') t(s)
SELECT try(transform(array_agg(x), e -> 1 / e)) FROM (VALUES 1, 0) t(x)
SELECT try(1 / count(*) FILTER (WHERE x > 5)) FROM (VALUES 1, 0) t(x)
SELECT try(1 / 0), count(*) FROM (VALUES 1, 0) t(x)
SELECT grouping(x), try(1 / x) FROM (VALUES 1, 0) t(x) GROUP BY ROLLUP (x) ORDER BY 1, 2
SELECT try(try(1 / sum(x))) FROM (VALUES 1, -1) t(x)
SELECT k, sum(try(1 / x)) FROM (VALUES (1, 0), (1, 1)) t(k, x) GROUP BY k
SELECT k, try(sum(x) OVER ()) FROM (VALUES (1, 0)) t(k, x)
SELECT max(try(1 / x)) OVER (ORDER BY x) FROM (VALUES 0, 1) t(x) ORDER BY 1
SELECT try(1 / (CAST(d AS integer) + (SELECT 1))) FROM (VALUES '2', 'x') t(d)
SELECT try(1 / (SELECT x)) FROM (VALUES 0, 1) t(x)
SELECT try(1 / (SELECT 1 / y FROM (VALUES 0) u(y))) FROM (VALUES 0, 1) t(x)
SELECT try(x / row_number() OVER (ORDER BY x)) FROM (VALUES 1, 2) t(x)
SELECT k, try(sum(x) / sum(sum(x)) OVER ()) FROM (VALUES (1, 0), (2, 0)) t(k, x) GROUP BY k ORDER BY k
SELECT try(if(EXISTS (SELECT 1), 1 / x, 2)) FROM (VALUES 1, 0) t(x)
SELECT (1/x > 0 AND x > 1) OR x = 2, count(*) FROM (VALUES 1, 2) t(x) GROUP BY (1/x > 0 AND x > 1) OR x = 2 ORDER BY 1
SELECT count(*) FROM (VALUES 1, 2) t(x) GROUP BY (1/x > 0 AND x > 1) OR x = 2 HAVING (1/x > 0 AND x > 1) OR x = 2
SELECT count(*) FROM (VALUES 1, 2) t(x) GROUP BY 1/x > 0 AND x > 1 HAVING 1/x > 0 AND x > 1
SELECT x > 0 AND 1/x = 1, count(*) FROM (VALUES 1, 2) t(x) GROUP BY x > 0 AND 1/x = 1 HAVING NOT (x > 0 AND 1/x = 1) ORDER BY 1
SELECT x FROM (VALUES 1, 0) t(x) WHERE x > -5 AND 1/x = 1
SELECT x FROM (VALUES 1, 0) t(x) WHERE 1/x = 1 AND x > -5
SELECT x, (x > 1 AND 1/x = 0) OR x = 1 FROM (VALUES 1, 2, 3) t(x) ORDER BY (x > 1 AND 1/x = 0) OR x = 1, x
SELECT x FROM (VALUES 1, 2, 3) t(x) ORDER BY (x > 1 AND 1/x = 0) OR x = 3, x
SELECT sum(x) OVER (PARTITION BY (x > 1 AND 1/x = 0) OR x = 1 ORDER BY x) FROM (VALUES 1, 2, 3) t(x) ORDER BY 1
-- Lists that are too long
SELECT length(listagg(CAST(x + 100000 AS varchar), ',') WITHIN GROUP (ORDER BY x)) FROM UNNEST(sequence(1, 10000)) t(x), UNNEST(sequence(1, 15)) u(y)
SELECT length(listagg(CAST(x + 100000 AS varchar), ',') WITHIN GROUP (ORDER BY x)) FROM UNNEST(sequence(1, 10000)) t(x), UNNEST(sequence(1, 14)) u(y)
SELECT length(listagg(CAST(x + 100000 AS varchar), ',' ON OVERFLOW TRUNCATE '...' WITH COUNT) WITHIN GROUP (ORDER BY x)), substr(listagg(CAST(x + 100000 AS varchar), ',' ON OVERFLOW TRUNCATE '...' WITH COUNT) WITHIN GROUP (ORDER BY x), 1048540) FROM UNNEST(sequence(1, 10000)) t(x), UNNEST(sequence(1, 15)) u(y)
SELECT listagg(x, ';' ON OVERFLOW TRUNCATE 'more' WITH COUNT) WITHIN GROUP (ORDER BY x DESC), listagg(x ON OVERFLOW TRUNCATE WITH COUNT) WITHIN GROUP (ORDER BY x) FROM (VALUES 'a', 'b', NULL) t(x)
SELECT listagg(DISTINCT x, ';' ON OVERFLOW TRUNCATE 'more' WITH COUNT) WITHIN GROUP (ORDER BY x) FROM (VALUES 'a', 'b', 'a') t(x)
SELECT listagg(x, ';' ON OVERFLOW TRUNCATE 'more' WITH COUNT) WITHIN GROUP (ORDER BY x) FROM (VALUES 'a') t(x) WHERE false
SELECT listagg(x, ';' ON OVERFLOW TRUNCATE 'more' WITH COUNT) WITHIN GROUP (ORDER BY x) FILTER (WHERE x > 'a') FROM (VALUES 'a', 'b') t(x)
SELECT listagg(x, ';' ON OVERFLOW TRUNCATE 'more') WITHIN GROUP (ORDER BY x) FROM (VALUES 'a') t(x)
SELECT listagg(x, ';' ON OVERFLOW) WITHIN GROUP (ORDER BY x) FROM (VALUES 'a') t(x)
SELECT listagg(rpad(x, 2000000, 'x'), ';') WITHIN GROUP (ORDER BY x) FROM (VALUES 'a') t(x)
SELECT listagg(rpad(x, 2000000, 'x'), ';' ON OVERFLOW TRUNCATE 'f' WITH COUNT) WITHIN GROUP (ORDER BY x) FROM (VALUES 'a') t(x)
SELECT DISTINCT approx_percentile(x * 1e0, DECIMAL '0.37') OVER () FROM UNNEST(sequence(1, 300)) t(x)
SELECT approx_distinct(x), approx_distinct(CAST(x AS decimal(10, 2))), approx_distinct(CAST(x AS decimal(30, 2))), approx_distinct(date_add('day', x % 3000, DATE '2024-01-01')) FROM UNNEST(sequence(1, 9999)) t(x)
SELECT substr(listagg(x || 'é', '-' ON OVERFLOW TRUNCATE WITHOUT COUNT) WITHIN GROUP (ORDER BY x), 800000), substr(listagg(x || 'é', '' ON OVERFLOW TRUNCATE '' WITH COUNT) WITHIN GROUP (ORDER BY x), 800000) FROM (SELECT rpad(y, 400000, 'z') FROM (VALUES 'a', 'b', 'c', 'd') u(y)) t(x)
SELECT DISTINCT (x > 1 AND 1/x = 0) OR x = 1 FROM (VALUES 1, 2, 3) t(x) ORDER BY (x > 1 AND 1/x = 0) OR x = 1
SELECT U&'\FEFFa', length(U&'\FEFFa'), upper(U&'\FEFFa'), reverse(U&'a\FEFF'), array[U&'\FEFFa']

-- Messages: what the grammar expects, printed expressions, declared parameters, values that fail
SELECT U&'\00'
SELECT X'0'
SELECT x 'a'
SELECT ""
SELECT a.""  FROM t
SELECT 1a
SELECT DECIMAL '1.5'e
SELECT DECIMAL '.5'x
SELECT 1e5x
SELECT 0xZZ
SELECT 1__0
SELECT ä
SELECT a b
SELECT "abc
SELECT '😀', x FROM FROM
SELECT @x
SELECT 1 # c
SELECT 1 /* c
SELECT a::int FROM t
SELECT * EXCEPT (a) FROM t
SELECT TOP 5 * FROM t
SELECT * FROM t QUALIFY 1 = 1
SELECT IFNULL(a, 1 FROM t
SELECT * FROM a LEFT SEMI JOIN b ON a.x = b.x
SELECT x FROM t WHERE x RLIKE 'a'
SELECT x FROM t WHERE x ILIKE 'a'
SELECT date 2024-01-01
SELECT INTERVAL 1 DAY
SELECT CASE WHEN 1 THEN 2
SELECT CASE x WHEN 1 ELSE 2 END
SELECT count(DISTINCT) FROM t
SELECT sum(x) OVER (PARTITION x) FROM t
SELECT sum(x) OVER (ORDER x) FROM t
SELECT sum(x) OVER (ROWS 1) FROM t
SELECT sum(x) OVER (ROWS BETWEEN 1 PRECEDING) FROM t
SELECT CAST(a, integer) FROM t
SELECT CAST(a AS) FROM t
SELECT CAST(a AS array<>) FROM t
SELECT CAST(a AS decimal(x y)) FROM t
SELECT EXTRACT(year, x) FROM t
SELECT TRIM(BOTH FROM) FROM t
SELECT SUBSTRING(x FROM) FROM t
SELECT LISTAGG(x) FROM t
SELECT GROUPING(1) FROM t
SELECT ARRAY[1, FROM t
SELECT MAP{1: 2}
SELECT a.b. FROM t
SELECT a[ FROM t
SELECT a -> FROM t
SELECT x FROM t, FROM u
SELECT x FROM t CROSS u
SELECT x FROM t JOIN u ON
SELECT x FROM t JOIN u USING x
SELECT x FROM t NATURAL
SELECT x FROM UNNEST
SELECT x FROM UNNEST(
SELECT x FROM TABLE
SELECT x FROM t TABLESAMPLE BERNOULLI 10
SELECT x FROM t AS
SELECT x FROM t AS u(
SELECT x FROM (SELECT 1
SELECT x FROM t GROUP BY
SELECT x FROM t GROUP BY ROLLUP x
SELECT x FROM t GROUP BY GROUPING SETS x
SELECT x FROM t HAVING
SELECT x FROM t ORDER x
SELECT x FROM t ORDER BY x ASCENDING
SELECT x FROM t ORDER BY x NULLS
SELECT x FROM t LIMIT 'a'
SELECT x FROM t LIMIT -1
SELECT x FROM t LIMIT 1, 2
SELECT x FROM t LIMIT 1 OFFSET 2
SELECT x FROM t OFFSET x
SELECT x FROM t FETCH FIRST
SELECT x FROM t FETCH FIRST 5 ROWS
SELECT x FROM t UNION
SELECT x FROM t UNION ALL
SELECT x FROM t UNION SELECT
SELECT x FROM t INTERSECT y
WITH a SELECT 1
WITH a AS SELECT 1
WITH a AS (SELECT 1
WITH a AS (SELECT 1)
WITH a AS (SELECT 1), SELECT 2
WITH RECURSIVE
VALUES
VALUES 1,
VALUES (1
VALUES (1,)
SELECT
SELECT DISTINCT
SELECT *,
SELECT * x
SELECT x AS
SELECT x AS 'a'
SELECT x AS 1
SELECT x y z
SELECT x FROM
SELECT FROM t
SELECT x WHERE
SELECT x t WHERE y =
SELECT x FROM t WHERE x IN
SELECT x FROM t WHERE x IN 1
SELECT x FROM t WHERE x IN (1
SELECT x FROM t WHERE x IN (1, 2 ORDER BY x
SELECT x FROM t WHERE x NOT
SELECT x FROM t WHERE x NOT 1
SELECT x FROM t WHERE x IS
SELECT x FROM t WHERE x IS 1
SELECT x FROM t WHERE x BETWEEN 1
SELECT x FROM t WHERE x BETWEEN 1 OR 2
SELECT x FROM t WHERE x LIKE
SELECT x FROM t WHERE (x = 1
SELECT x FROM t WHERE x = 1)
SELECT x FROM t WHERE x = 1 AND
SELECT x FROM t WHERE x = 1 AND AND y = 2
SELECT x FROM t WHERE EXISTS
SELECT x FROM t WHERE EXISTS (x)
SELECT x FROM t WHERE x => 1
SELECT x FROM t WHERE x =! 1
SELECT x FROM t WHERE x && y
SELECT x FROM t WHERE !x
SELECT select FROM t
SELECT x FROM order
SELECT x FROM table
SELECT t.order FROM t
SELECT end FROM t
SELECT json_value(x) FROM t
SELECT json_object('a' 1)
SELECT x FROM t FOR
SELECT x FROM t WINDOW w
SELECT x FROM t WINDOW w AS
SELECT abs('x'), length(1)
SELECT upper(CAST(ROW(1,MAP()) AS ROW(a integer, B map(varchar, integer))))
SELECT upper(ARRAY[MAP(ARRAY[1],ARRAY[DECIMAL '1.5'])])
SELECT upper(NULL, INTERVAL '1' DAY)
SELECT upper(x -> x)
SELECT sum(*) FROM (VALUES 1) t(x)
SELECT greatest(1, 'a')
SELECT NULL || ARRAY[1]
SELECT x FROM t WHERE name LIKE = 'a%' AND NOT EXISTS ( SELECT 1 FROM u WHERE u . id = t . id )
SELECT sum ( x FILTER ) ( WHERE y = 1 ) , array_agg ( z ORDER BY z ) , approx_percentile ( x , 0 . 5 ) FROM t
SELECT == DISTINCT index FROM "db" . "t" WHERE year ( date ) = 2020 OR close IS NULL
SELECT ( json_extract_scalar j , '$.a' ) , try ( 1 / x ) , coalesce ( a , b , 0 ) FROM t GROUP BY ROLLUP ( a , b )
SELECT index , max ( close ) AS high FROM stock_market GROUP BY index ORDER BY DESC high
SELECT sum ( x ) FILTER ( WHERE y = 1 ) , array_agg ( z ORDER BY z ) , approx_percentile ( x , 0
SELECT index , max x close ) AS high FROM stock_market GROUP BY index ORDER BY high DESC
SELECT x FROM t WHERE name LIKE 'a%' AND NOT EXISTS ( SELECT 1 FROM u WHERE u . id = t . id
SELECT sum ( x ) FILTER ( WHERE y AND = 1 ) , array_agg ( z ORDER BY z ) , approx_percentile ( x , 0 . 5 ) FROM t
SELECT TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'UTC' , INTERVAL '1' DAY , DATE '2024-01-01' t
SELECT index , avg ( close ) OVER ( PARTITION BY index ORDER BY date ROWS BETWEEN 19 PRECEDING AND CURRENT ROW ) FROM t LEFT JOIN u USING ( ) id
SELECT TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'UTC' , INTERVAL '1' DAY , DATE '2024-01-01' t FROM
SELECT x FROM t UNION ALL SELECT y FROM ORDER BY 1 NULLS LAST OFFSET 2 LIMIT 5
SELECT json_extract_scalar ( j , ) , try ( 1 / x ) , coalesce ( a , b , 0 ) FROM t GROUP BY ROLLUP ( a , b )
VALUES ( 1 FROM , 'a' ) , ( 2 , 'b' )
SELECT index ON , max ( close ) AS high FROM stock_market GROUP BY index ORDER BY high DESC
SELECT DISTINCT index FROM "db" .
SELECT CASE WHEN * x > 1 THEN 'a' ELSE 'b' END , cast ( y AS double ) FROM t CROSS JOIN UNNEST ( z ) AS u ( e )
SELECT json_extract_scalar ( j , '$.a' ) , try ( 1 / x ) , coalesce ( a , b , 0 ) FROM GROUP BY ROLLUP ( a , b )
SELECT transform ( xs , x -> x + 1 ) , element_at ( m , 'k' ) , xs [ ] FROM t TABLESAMPLE BERNOULLI ( 10 )
SELECT * FROM ( SELECT x , row_number AND ) OVER ( ORDER BY y DESC ) AS n FROM t ) WHERE n <= 3
SELECT json_extract_scalar ( j , '$.a' ) , try ( 1
SELECT index , avg ( close ) OVER ( PARTITION BY index ORDER BY date ROWS BETWEEN 19 PRECEDING AND CURRENT ROW ) FROM t LEFT JOIN
VALUES ( 1 , 'a' ) , ( 2 'b' )
SELECT a . x , b . y FROM t a JOIN u b ON a . id = b . id WHERE a . x > 5 AND b . y IN 1 ( , 2 , 3 )
SELECT a . x , b . y FROM t a JOIN u b ON a . id = b . WHERE id a . x > 5 AND b . y IN ( 1 , 2 , 3 )
SELECT CASE WHEN x > 1 THEN 'a' ELSE 'b' END cast ( y AS double ) FROM t CROSS JOIN UNNEST ( z ) AS u ( e )
SELECT * FROM ( SELECT x , row_number ( ) OVER ( ORDER BY y DESC ) AS n t FROM ) WHERE n <= 3
SELECT DISTINCT FROM index "db" . "t" WHERE year ( date ) = 2020 OR close IS NULL
SELECT index , avg ( close ) OVER ( PARTITION BY index ORDER BY date ROWS BETWEEN 19 PRECEDING AND CURRENT ROW ) FROM t LEFT JOIN u USING id )
SELECT a . x , b . y FROM t a JOIN THEN b ON a . id = b . id WHERE a . x > 5 AND b . y IN ( 1 , 2 , 3 )
SELECT x FROM t WHERE name LIKE 'a%' AND NOT EXISTS ( SELECT 1 FROM u WHERE u . id FROM = t . id )
SELECT x FROM FROM WHERE name LIKE 'a%' AND NOT EXISTS ( SELECT 1 FROM u WHERE u . id = t . id )
SELECT DISTINCT index FROM "db" . "t" WHERE year ( date ) = 2020 OR close IS ON NULL
SELECT = x FROM t UNION ALL SELECT y FROM u ORDER BY 1 NULLS LAST OFFSET 2 LIMIT 5
SELECT x FROM t UNION ALL y FROM u ORDER BY 1 NULLS LAST OFFSET 2 LIMIT 5
SELECT * FROM ( SELECT x , row_number ( ) OVER ( ORDER BY y DESC ) AS FROM n t ) WHERE n <= 3
SELECT CASE WHEN x > 1 THEN 'a' ELSE 'b' END , cast ( y AS double ) FROM t CROSS JOIN UNNEST ( z ) AS u ( e
SELECT sum ORDER x ) FILTER ( WHERE y = 1 ) , array_agg ( z ORDER BY z ) , approx_percentile ( x , 0 . 5 ) FROM t
SELECT json_extract_scalar ( j , '$.a' ) , try ( 1 / x ) , coalesce ( a , b , 0 ) FROM t GROUP BY ROLLUP ( a b , )
SELECT * FROM SELECT x , row_number ( ) OVER ( ORDER BY y DESC ) AS n FROM t ) WHERE n <= 3
SELECT index , max ( close ) AS high FROM GROUP stock_market BY index ORDER BY high DESC
VALUES ( 1 , 'a' ) , END ( 2 , 'b' )
VALUES ( 1 , 'a' ) , 1 ( 2 , 'b' )
SELECT transform ( xs
SELECT CASE WHEN x > 1 THEN 'a' ELSE 'b' END , cast ( y AS double ) FROM t JOIN CROSS UNNEST ( z ) AS u ( e )
SELECT x FROM t UNION ALL SELECT y FROM u ORDER
SELECT index , avg ( close ) OVER ( PARTITION BY index ORDER BY date ROWS BETWEEN 19 PRECEDING AND CURRENT ROW ) FROM t LEFT JOIN u USING ( )
SELECT % WHEN x > 1 THEN 'a' ELSE 'b' END , cast ( y AS double ) FROM t CROSS JOIN UNNEST ( z ) AS u ( e )
SELECT transform ( xs , x -> GROUP + 1 ) , element_at ( m , 'k' ) , xs [ 1 ] FROM t TABLESAMPLE BERNOULLI ( 10 )
SELECT x FROM t UNION ALL SELECT y FROM u ORDER 1 BY NULLS LAST OFFSET 2 LIMIT 5
SELECT * FROM ( SELECT x , row_number ( ) OVER ( ORDER BY y DESC ) AS n FROM = ) WHERE n <= 3
SELECT x t WHERE name LIKE 'a%' AND NOT EXISTS ( SELECT 1 FROM u WHERE u . id = t . id )
SELECT x FROM t WHERE name LIKE 'a%' AND NOT EXISTS ( SELECT 1 FROM u WHERE u . id x = t . id )
SELECT TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'UTC' , INTERVAL '1' DAY , DATE '2024-01-01' = FROM t
SELECT * FROM ( SELECT x , row_number ( ) OVER ( ORDER BY y DESC )
SELECT CASE WHEN x > 1 THEN 'a' ELSE 'b' END , cast == y AS double ) FROM t CROSS JOIN UNNEST ( z ) AS u ( e )
VALUES ( 1 , 'a' ) , ( 2 , 'b' END
SELECT sum ( x ) ON ( WHERE y = 1 ) , array_agg ( z ORDER BY z ) , approx_percentile ( x , 0 . 5 ) FROM t
SELECT index = , max ( close ) AS high FROM stock_market GROUP BY index ORDER BY high DESC
SELECT DISTINCT index FROM "db" index . "t" WHERE year ( date ) = 2020 OR close IS NULL
SELECT json_extract_scalar j , '$.a' ) , try ( 1 / x ) , coalesce ( a , b , 0 ) FROM t GROUP BY ROLLUP ( a , b )
SELECT a . x , b . y FROM t a JOIN u b ON a . = b . id WHERE a . x > 5 AND b . y IN ( 1 , 2 , 3 )
SELECT transform ( xs , SELECT x -> x + 1 ) , element_at ( m , 'k' ) , xs [ 1 ] FROM t TABLESAMPLE BERNOULLI ( 10 )
SELECT a . x , b . y FROM t a JOIN u b ON a . id = b . id WHERE a . x > 5 AND b . y IN ( 1 , 2 ( , 3 )
SELECT CASE WHEN WHERE x > 1 THEN 'a' ELSE 'b' END , cast ( y AS double ) FROM t CROSS JOIN UNNEST ( z ) AS u ( e )
VALUES ( 1 , 'a' ) , ( 2 , 'b' )
SELECT x FROM t UNION ALL SELECT y FROM u ORDER BY 1 NULLS LAST OFFSET 2 LIMIT
SELECT GROUP , max ( close ) AS high FROM stock_market GROUP BY index ORDER BY high DESC
SELECT TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'UTC' , INTERVAL '1' SELECT , DATE '2024-01-01' FROM t
SELECT index , max ( close ) AS FROM stock_market GROUP BY index ORDER BY high DESC
SELECT index , avg ( close ) OVER ( BY index ORDER BY date ROWS BETWEEN 19 PRECEDING AND CURRENT ROW ) FROM t LEFT JOIN u USING ( id )
SELECT a . x , index b . y FROM t a JOIN u b ON a . id = b . id WHERE a . x > 5 AND b . y IN ( 1 , 2 , 3 )
SELECT * FROM ( SELECT x , row_number ( ) OVER ( ORDER BY y DESC ) AS n = t ) WHERE n <= 3
SELECT x FROM t WHERE name LIKE 'a%' AND NOT EXISTS ( SELECT 1 FROM u WHERE u . id = FORM t . id )
SELECT TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'UTC' , INTERVAL DAY '1' , DATE '2024-01-01' FROM t
VALUES ( 1 , 'a' ) , 2 , 'b' )
SELECT CASE WHEN x > 1 THEN 'a' ELSE 'b' END , cast y ( AS double ) FROM t CROSS JOIN UNNEST ( z ) AS u ( e )
VALUES ( 1 , 'a' ) , ( 2 , 'b' AND
SELECT CASE WHEN x > 1 'a' ELSE 'b' END , cast ( y AS double ) FROM t CROSS JOIN UNNEST ( z ) AS u ( e )
SELECT json_extract_scalar ( j , '$.a' ) , try ( 1 / x ) , coalesce ( a ,
SELECT CASE WHEN x > 1 THEN 'a' 'b' ELSE END , cast ( y AS double ) FROM t CROSS JOIN UNNEST ( z ) AS u ( e )
SELECT x FROM t ALL SELECT y FROM u ORDER BY 1 NULLS LAST OFFSET 2 LIMIT 5
SELECT TIMESTAMP '2024-01-01 00:00:00' AT TIME ZONE 'UTC' , INTERVAL AT '1' DAY , DATE '2024-01-01' FROM t
SELECT DISTINCT index "db" FROM . "t" WHERE year ( date ) = 2020 OR close IS NULL
SELECT sum ( x ) FILTER ( WHERE y = 1 ) , array_agg ( z ORDER BY z
SELECT a . x , b . y FROM t a JOIN u b ON a . id = b . id WHERE a . > 5 AND b . y IN ( 1 , 2 , 3 )
SELECT transform ( xs , x -> x + 1 ) , element_at ( m , 'k' ) , xs [ 1
SELECT transform ( xs , x -> x + 1 ) , element_at ( m , 'k' ) , xs [ 1 ] FROM t TABLESAMPLE BERNOULLI ( 10
SELECT a . x , b . y FROM t a JOIN u b ON a . id = b . id WHERE a ON . x > 5 AND b . y IN ( 1 , 2 , 3 )
SELECT DISTINCT index FROM "db" . "t" WHERE year ( date ) = 2020 OR IS NULL
SELECT sum ( x ) FILTER ( WHERE y = 1 ) , array_agg ( z ORDER BY z ) , approx_percentile ( x , 0 5 ) FROM t
SELECT . a x , b . y FROM t a JOIN u b ON a . id = b . id WHERE a . x > 5 AND b . y IN ( 1 , 2 , 3 )
SELECT index , max ( close ) AS high FROM stock_market GROUP index ORDER BY high DESC
SELECT x FROM t WHERE name LIKE 'a%' AND NOT ORDER EXISTS ( SELECT 1 FROM u WHERE u . id = t . id )
SELECT x FROM t UNION ALL SELECT y FROM u ORDER BY 1 BY NULLS LAST OFFSET 2 LIMIT 5
SELECT * FROM ( SELECT x , row_number ( ) OVER ( ORDER BY y THEN DESC ) AS n FROM t ) WHERE n <= 3
SELECT index , max ( close AS high FROM stock_market GROUP BY index ORDER BY high DESC
SELECT map(ARRAY[ROW(1,'x'), ROW(1,'x')], ARRAY[1, 2])
SELECT map(ARRAY[DECIMAL '1.50', DECIMAL '1.5'], ARRAY[1, 2])
SELECT map(ARRAY[DATE '2024-01-01', DATE '2024-01-01'], ARRAY[1, 2])
SELECT map(ARRAY[1e0, 1e0], ARRAY[1, 2])
SELECT map_from_entries(ARRAY[('x', 'a'), ('x', 'b')])
SELECT map(ARRAY[true, true], ARRAY[1, 2])
SELECT map(ARRAY[ARRAY['a'], ARRAY['a']], ARRAY[1, 2])
SELECT parse_datetime('2020-13-01', 'yyyy-MM-dd')
SELECT parse_datetime('2021-02-29', 'yyyy-MM-dd')
SELECT parse_datetime('x', 'yyyy-MM-dd')
SELECT parse_datetime('2020', 'yyyy-MM-dd')
SELECT parse_datetime('2020-01-01 x', 'yyyy-MM-dd')
SELECT from_base64('a')
SELECT from_base64('a$b=')
SELECT from_base64('abc=d')
SELECT from_base64('ab=c')
SELECT from_base64('====')
SELECT from_hex('abc')
SELECT from_hex('zz')
SELECT from_iso8601_date('')
SELECT from_iso8601_date('2024-01-00')
SELECT from_iso8601_timestamp('2024-01-01T25:00:00')
SELECT from_iso8601_timestamp('2024-01-01T10:61:00')
SELECT from_iso8601_timestamp('2023-02-29T10:00:00')
SELECT from_iso8601_timestamp('x')
SELECT from_iso8601_timestamp('2024-01-01 10:00')
SELECT from_iso8601_timestamp('')
SELECT regexp_like('a', '(')
SELECT regexp_like('a', ')')
SELECT regexp_like('a', '*')
SELECT regexp_like('a', '\')
SELECT regexp_like('a', '[z-a]')
SELECT regexp_like('a', '(?<n')
SELECT regexp_like('a', '+')
SELECT CAST(x AS decimal(3,1)) FROM (VALUES DECIMAL '99.95') t(x)
SELECT CAST(1000 AS decimal(3,1))
SELECT CAST(JSON '"x"' AS bigint)
SELECT CAST(JSON '"x"' AS double)
SELECT CAST(JSON '"x"' AS boolean)
SELECT CAST(JSON '[1]' AS integer)
SELECT CAST(JSON '1.5' AS boolean)
SELECT CAST(JSON '300' AS tinyint)
SELECT CAST(JSON '"a"' AS date)
SELECT -x FROM (VALUES CAST(-128 AS tinyint)) t(x)
SELECT -x FROM (VALUES -2147483648) t(x)
SELECT -x FROM (VALUES -9223372036854775808) t(x)
SELECT sum(x) FROM (VALUES 9223372036854775807, 5, 7) t(x)
SELECT from_unixtime(infinity())
SELECT date_parse('2020-02-30', '%Y-%m-%d')
SELECT date_parse('2021-02-29', '%Y-%m-%d')
SELECT date_parse('2020-00-01', '%Y-%m-%d')
SELECT date_parse('2020-01-01 25', '%Y-%m-%d %H')
SELECT date_parse('2020-01-01 13', '%Y-%m-%d %h')
SELECT date_parse('2020-01-01 10:61', '%Y-%m-%d %H:%i')
SELECT date_parse('2020-01-01 10:10:61', '%Y-%m-%d %H:%i:%s')
SELECT date_parse('2020-400', '%Y-%j')
SELECT date_parse('2020-01-32', '%Y-%m-%d')
SELECT date_parse('2020', '%Y-%m')
SELECT date_parse('2020x', '%Y-%m')
SELECT date_parse('2020-xx', '%Y-%m')
SELECT date_parse('2020-01x', '%Y-%m')
SELECT date_parse('', '%Y')
SELECT date_parse('2020-', '%Y-%m')
SELECT date_parse('Foo 2020', '%b %Y')
SELECT date_format(TIMESTAMP '2020-01-01 00:00:00', '%D')
SELECT format('%d', 1e0)
SELECT format('%d', true)
SELECT format('%f', 1)
SELECT format('%f', DATE '2024-01-01')
SELECT format('%d', DATE '2024-01-01')
SELECT format('%x', 'a')
SELECT format('%c', DECIMAL '1.5')
SELECT format('%', 'x')
SELECT format('%q', 'x')
SELECT format('%2$s', 'x')
SELECT format('%-d', 1)
SELECT format('%+s', 'x')
SELECT format('%.2d', 1)
SELECT format('%f', REAL '1.5')
SELECT format('%d', REAL '1.5')
SELECT rank() OVER (ORDER BY x) FROM (VALUES JSON '1') t(x)
SELECT rank() OVER (PARTITION BY x) FROM (VALUES JSON '1') t(x)
SELECT   x FROM (VALUES JSON '1') t(x) UNION ALL SELECT JSON '2' ORDER BY x
WITH a AS (SELECT 1)  SELECT x FROM (VALUES JSON '1') t(x) ORDER BY 1
SELECT 1,   greatest(x) OVER (ORDER BY x) FROM (VALUES 1) t(x)
SELECT 1 FROM (SELECT greatest(x) OVER () FROM (VALUES 1) t(x)) u
SELECT 1, count(*) FILTER (WHERE x > 1) OVER () FROM (VALUES 1) t(x)
SELECT 1, SUM(DISTINCT x) OVER (PARTITION BY x ORDER BY x DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES 1) t(x)
SELECT x + 1 AS y, sum(x) FROM (VALUES 1) t(x) GROUP BY x + 2
SELECT abs(x) + 1, SUM("x") FROM (VALUES 1) t(x) GROUP BY x + 2
SELECT x, count(*) FROM (VALUES 1) t(x)
SELECT t.x, count(*) FROM (VALUES 1) t(x)
SELECT x, count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x HAVING y > 1
SELECT x, count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x ORDER BY y + 1
SELECT CASE WHEN y > 1 THEN 'a' ELSE 'b' END, cast(y AS varchar(3)), count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT cast(y AS varchar(3)), count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT coalesce(y, DECIMAL '1.5', 2e0), count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT nullif(y, 1), count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT if(y = 1, -y, +y), count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT y IN (1, 2), count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT y NOT BETWEEN 1 AND 2 AND NOT y <> 3 OR y IS NOT NULL, count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT y != 3, count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT transform(ARRAY[y, 2], e -> e + y), count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT try(y), count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT ARRAY[y, 2][1], count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT ROW(y, 2), count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT (y, 2), count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT trim(y), count(*) FROM (VALUES (1, 'a')) t(x, y) GROUP BY x
SELECT substring(y FROM 2 FOR 3), count(*) FROM (VALUES (1, 'a')) t(x, y) GROUP BY x
SELECT y LIKE 'a%' ESCAPE '!', count(*) FROM (VALUES (1, 'a')) t(x, y) GROUP BY x
SELECT y || 'b', count(*) FROM (VALUES (1, 'a')) t(x, y) GROUP BY x
SELECT EXTRACT(year FROM y), count(*) FROM (VALUES (1, DATE '2024-01-01')) t(x, y) GROUP BY x
SELECT y + INTERVAL '1' DAY, y = DATE '2024-01-02', count(*) FROM (VALUES (1, DATE '2024-01-01')) t(x, y) GROUP BY x
SELECT y = DATE '2024-01-02', count(*) FROM (VALUES (1, DATE '2024-01-01')) t(x, y) GROUP BY x
SELECT y = TIMESTAMP '2024-01-02 00:00:00', count(*) FROM (VALUES (1, DATE '2024-01-01')) t(x, y) GROUP BY x
SELECT y AT TIME ZONE 'UTC', count(*) FROM (VALUES (1, TIMESTAMP '2024-01-01 00:00:00')) t(x, y) GROUP BY x
SELECT y IS DISTINCT FROM 1, count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT sum(x) FILTER (WHERE y > 1) + y, count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT lag(y, 1) IGNORE NULLS OVER (ORDER BY x) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT sum(count(*)) FROM (VALUES (1, 2)) t(x, y)
SELECT year(y), count(*) FROM (VALUES (1, DATE '2024-01-01')) t(x, y) GROUP BY x
SELECT y - 1, count(*) FROM (VALUES (1, 2)) t(x, y) GROUP BY x
SELECT y AND true, count(*) FROM (VALUES (1, true)) t(x, y) GROUP BY x
SELECT current_date - y, count(*) FROM (VALUES (1, INTERVAL '1' DAY)) t(x, y) GROUP BY x
SELECT contains(ARRAY[], NULL), contains(CAST(ARRAY[] AS array(integer)), NULL), contains(ARRAY[1], NULL), contains(CAST(NULL AS array(integer)), 1), contains(ARRAY[], 1)
SELECT contains(a, x) FROM (VALUES (ARRAY[], CAST(NULL AS varchar)), (ARRAY['a'], NULL), (ARRAY['a', NULL], 'b'), (NULL, 'a')) t(a, x)
SELECT contains(a, x) FROM (VALUES (CAST(ARRAY[] AS array(array(integer))), CAST(NULL AS array(integer))), (ARRAY[ARRAY[1]], NULL), (ARRAY[], ARRAY[1])) t(a, x)
SELECT sum(NULL)
SELECT avg(if(true, NULL))
SELECT listagg(1, ',') WITHIN GROUP (ORDER BY 1) FROM (VALUES 1) t(x)
SELECT listagg(NULL, ',') WITHIN GROUP (ORDER BY 1)
SELECT transform(ARRAY[1], (x, y) -> x)
SELECT filter(ARRAY[1], () -> true)
SELECT reduce(ARRAY[1], 0, x -> x, s -> s)
SELECT zip_with(ARRAY[1], ARRAY[2], x -> x)
SELECT map_filter(MAP(), k -> true)
SELECT split('a,b', ',', -1)
SELECT split('a,b,c', ',', 9223372036854775807)
SELECT lower(NULL), substring(NULL, 1), trim(NULL), split(NULL, ',')
SELECT a.x, b.x FROM (VALUES TIMESTAMP '2024-01-01 00:00:00 UTC') a(x) JOIN (VALUES TIMESTAMP '2024-01-01 05:30:00 Asia/Kolkata') b(x) ON a.x = b.x

-- Fields of rows as keys, sets of keys, and the columns of named queries
WITH w(h) AS (SELECT CAST(ROW('1.2.3.4','IE') AS ROW(clientip varchar, country varchar)) UNION ALL SELECT CAST(ROW('1.2.3.5','IE') AS ROW(clientip varchar, country varchar))) SELECT count(*) c, h.clientip FROM w GROUP BY h.clientip ORDER BY 2
WITH w(h) AS (SELECT CAST(ROW('1.2.3.4','IE') AS ROW(clientip varchar, country varchar)) UNION ALL SELECT CAST(ROW('1.2.3.5','IE') AS ROW(clientip varchar, country varchar))) SELECT count(*) c, w.h.country FROM w GROUP BY h.country ORDER BY w.h.country
WITH w(h) AS (SELECT CAST(ROW('1.2.3.4','IE') AS ROW(clientip varchar, country varchar))) SELECT count(*) c, lower(h.country) || 'x' AS y FROM w GROUP BY h.country HAVING h.country = 'IE' ORDER BY h.country, y
WITH w(h) AS (SELECT CAST(ROW('1.2.3.4','IE') AS ROW(clientip varchar, country varchar))) SELECT h.country, h.clientip, grouping(h.country, h.clientip) FROM w GROUP BY ROLLUP(h.country, h.clientip) ORDER BY 1, 2
WITH w(h) AS (SELECT CAST(ROW('1.2.3.4','IE') AS ROW(clientip varchar, country varchar))) SELECT h.country FROM w GROUP BY h.clientip
WITH w(h) AS (SELECT CAST(ROW('1.2.3.4','IE') AS ROW(clientip varchar, country varchar))) SELECT h FROM w GROUP BY h.clientip
WITH w(h) AS (SELECT CAST(ROW('1.2.3.4','IE') AS ROW(clientip varchar, country varchar))) SELECT h.clientip FROM w GROUP BY h
WITH w(h) AS (SELECT CAST(ROW('1.2.3.4','IE') AS ROW(clientip varchar, country varchar))) SELECT H.CLIENTIP FROM w GROUP BY 1
WITH w(h) AS (SELECT CAST(ROW('1.2.3.4','IE') AS ROW(clientip varchar, country varchar))) SELECT H.CLIENTIP, max(h.country) FROM w GROUP BY h.clientip
WITH w(h) AS (SELECT CAST(ROW('1.2.3.4','IE') AS ROW(clientip varchar, country varchar))) SELECT h.clientip, rank() OVER (ORDER BY h.clientip) FROM w GROUP BY h.clientip
WITH w(h) AS (SELECT CAST(ROW(ROW(1, 2), 3) AS ROW(a ROW(x integer, y integer), b integer))) SELECT h.a.x, sum(h.b) FROM w GROUP BY h.a.x
WITH w(h) AS (SELECT CAST(ROW(ROW(1, 2), 3) AS ROW(a ROW(x integer, y integer), b integer))) SELECT h.a.x, sum(h.b) FROM w GROUP BY h.a
WITH w(h) AS (SELECT CAST(ROW(ROW(1, 2), 3) AS ROW(a ROW(x integer, y integer), b integer))) SELECT transform(ARRAY[h.a.x], h -> h + 1) FROM w GROUP BY h.a.x
WITH w(h) AS (SELECT CAST(ROW(ROW(1, 2), 3) AS ROW(a ROW(x integer, y integer), b integer))) SELECT transform(ARRAY[h], h -> h.a.x) FROM w GROUP BY h.a.x
WITH w(a, b) AS (SELECT 1) SELECT * FROM w
WITH w(a) AS (SELECT 1, 2) SELECT 1
SELECT * FROM (SELECT 1, 2) t(a)
WITH w(A, b) AS (SELECT 1 UNION SELECT 2), v(c) AS (SELECT 1) SELECT * FROM v
SELECT a + 1 FROM (VALUES 1) t(a) GROUP BY ROLLUP(a + 1)
SELECT 1 FROM (VALUES 1) t(a) GROUP BY GROUPING SETS ((a), (a + 1))
SELECT 1 FROM (VALUES 1) t(a) GROUP BY CUBE (1)
SELECT a FROM (VALUES 1) t(a) GROUP BY CUBE (1)
SELECT a + 1 FROM (VALUES 1) t(a) GROUP BY CUBE (1)
SELECT a FROM (VALUES 1) t(a) GROUP BY CUBE (t.b)
SELECT 1 FROM (VALUES 1) t(a) GROUP BY CUBE (2)
SELECT 1 FROM (VALUES 1) t(a) GROUP BY ROLLUP ((a, 3))
SELECT 1 FROM (VALUES 1) t(a) GROUP BY ROLLUP (abs(a))
SELECT t.a.x FROM (SELECT CAST(ROW(1) AS ROW(x integer)) a) t GROUP BY CUBE(t.a.x)
-- functions of NULLs, units of time in columns, aggregates of nothing
SELECT reverse(NULL)
SELECT substr(NULL, NULL)
SELECT substr(NULL, NULL, NULL)
SELECT substr(NULL, 1)
SELECT replace(NULL, NULL, NULL)
SELECT lpad(NULL, NULL, NULL)
SELECT rpad(NULL, NULL, NULL)
SELECT url_encode(NULL)
SELECT regexp_replace(NULL, NULL, NULL)
SELECT truncate(NULL)
SELECT truncate(NULL, NULL)
SELECT truncate(NULL, 1)
SELECT mod(DECIMAL '1.5', NULL)
SELECT mod(NULL, DECIMAL '1.5')
SELECT date_trunc('a', NULL)
SELECT contains('a', NULL)
SELECT sequence(NULL, NULL)
SELECT sequence(NULL, NULL, NULL)
SELECT map_concat(NULL)
SELECT corr(NULL, NULL)
SELECT covar_samp(NULL, NULL)
SELECT covar_pop(NULL, NULL)
SELECT regr_slope(NULL, NULL)
SELECT regr_intercept(NULL, NULL)
SELECT numeric_histogram(NULL, NULL)
SELECT numeric_histogram(NULL, NULL, NULL)
SELECT numeric_histogram(1, NULL)
SELECT approx_most_frequent(NULL, NULL, NULL)
SELECT approx_percentile(NULL, NULL)
SELECT approx_percentile(NULL, NULL, NULL)
SELECT approx_percentile(1, NULL)
SELECT approx_percentile(1e0, NULL)
SELECT approx_percentile(DECIMAL '1.5', NULL)
SELECT merge(NULL)
SELECT value_at_quantile(NULL, NULL)
SELECT value_at_quantile(NULL, 1)
SELECT value_at_quantile(NULL, 1e0)
SELECT value_at_quantile(NULL, DECIMAL '1.5')
SELECT values_at_quantiles(NULL, NULL)
SELECT values_at_quantiles(NULL, ARRAY[1])
SELECT render(NULL, NULL)
SELECT substr(NULL, BIGINT '1')
SELECT substr(NULL, BIGINT '1', BIGINT '1')
SELECT substr(NULL, NULL, BIGINT '1')
SELECT substr(NULL, BIGINT '1', NULL)
SELECT replace(NULL, 'a', 'a')
SELECT replace('a', NULL, 'a')
SELECT replace(NULL, NULL, 'a')
SELECT replace('a', 'a', NULL)
SELECT replace(NULL, 'a', NULL)
SELECT replace('a', NULL, NULL)
SELECT lpad(NULL, BIGINT '1', NULL)
SELECT rpad(NULL, BIGINT '1', NULL)
SELECT regexp_replace(NULL, 'a', 'a')
SELECT regexp_replace('a', NULL, 'a')
SELECT regexp_replace(NULL, NULL, 'a')
SELECT regexp_replace('a', 'a', NULL)
SELECT regexp_replace(NULL, 'a', NULL)
SELECT regexp_replace('a', NULL, NULL)
SELECT date_add('a', BIGINT '1', NULL)
SELECT date_add('a', NULL, NULL)
SELECT array_join(ARRAY[1], 'a', NULL)
SELECT array_join(ARRAY['b'], 'a', NULL)
SELECT array_join(ARRAY[2e0], 'a', NULL)
SELECT numeric_histogram(BIGINT '1', NULL)
SELECT numeric_histogram(BIGINT '1', NULL, 1e0)
SELECT numeric_histogram(NULL, NULL, 1e0)
SELECT numeric_histogram(BIGINT '1', NULL, NULL)
SELECT approx_most_frequent(BIGINT '1', NULL, BIGINT '1')
SELECT approx_most_frequent(NULL, NULL, BIGINT '1')
SELECT approx_most_frequent(BIGINT '1', NULL, NULL)
SELECT approx_percentile(BIGINT '1', NULL)
SELECT approx_percentile(BIGINT '1', 1e0, NULL)
SELECT approx_percentile(NULL, 1e0, NULL)
SELECT approx_percentile(BIGINT '1', NULL, NULL)
SELECT approx_percentile(REAL '1', NULL)
SELECT approx_percentile(REAL '1', 1e0, NULL)
SELECT approx_percentile(REAL '1', NULL, NULL)
SELECT approx_percentile(1e0, 1e0, NULL)
SELECT approx_percentile(1e0, NULL, NULL)
SELECT values_at_quantiles(NULL, ARRAY[1e0])
SELECT render(NULL, color('red'))
SELECT date_trunc(u, TIMESTAMP '2024-05-17 12:34:56.789') FROM (VALUES 'day', 'HOUR', 'week', 'quarter', NULL) t(u)
SELECT date_trunc(u, DATE '2024-05-17') FROM (VALUES 'day', 'hour') t(u)
SELECT date_add(u, 2, TIMESTAMP '2024-01-31 00:00:00') FROM (VALUES 'day', 'hour', 'month', 'year', 'millisecond') t(u)
SELECT date_diff(u, DATE '2024-01-31', DATE '2025-03-01') FROM (VALUES 'day', 'week', 'month', 'quarter', 'year') t(u)
SELECT date_diff(u, TIMESTAMP '2024-01-31 01:00:00', TIMESTAMP '2024-02-29 00:59:59.999') FROM (VALUES 'day', 'month', 'second', 'fortnight') t(u)
SELECT date_trunc(u, TIME '12:34:56.789') FROM (VALUES 'second', 'day') t(u)
SELECT date_trunc(u, TIMESTAMP '2024-03-31 03:34:56.789 Europe/Berlin') FROM (VALUES 'day', 'hour', 'month') t(u)
SELECT date_add(NULL, 1, DATE '2024-01-01'), date_diff(NULL, DATE '2024-01-01', NULL)
SELECT reduce_agg(1, NULL, (x, y) -> x, (x, y) -> x)
SELECT x FROM (SELECT reduce_agg(a, NULL, (x, y) -> x, (x, y) -> x) x FROM (VALUES 1, 2) t(a))
SELECT array_join(ARRAY[1, NULL], ',', NULL), array_join(NULL, ','), array_join(ARRAY[1, NULL], NULL, 'x')
SELECT array_join(ARRAY['a', NULL], ',', r) FROM (VALUES 'x', NULL) t(r)
SELECT contains('a', NULL), contains(NULL, NULL)
SELECT mod(NULL, DECIMAL '10.25'), mod(DECIMAL '10.25', NULL), mod(NULL, 1), mod(NULL, NULL)
SELECT corr(x, y), regr_slope(x, y) FROM (VALUES (NULL, 1)) t(x, y)
SELECT covar_pop(x, y), covar_samp(x, y) FROM (VALUES (1, 2), (2, 3)) t(x, y)
SELECT corr(REAL '1', 2), corr(1, 2e0)
SELECT truncate(1), truncate(BIGINT '5'), truncate(NULL), truncate(DECIMAL '1.55'), truncate(1.5e0), truncate(REAL '1.5')
SELECT x FROM (SELECT max(NULL) x FROM (VALUES 1, 2) t(a))
SELECT max(NULL) FROM (VALUES 1, 2) t(a)
SELECT max_by(a, a, NULL) FROM (VALUES 1, 2) t(a)
SELECT max_by(a, a, NULL) OVER () FROM (VALUES 1, 2) t(a)
SELECT max(NULL) OVER () FROM (VALUES 1, 2) t(a)
SELECT max_by(a, a, NULL), a FROM (VALUES 1, 2) t(a) GROUP BY a ORDER BY a
SELECT y FROM (SELECT sum(1/0) x, 1 AS y FROM (VALUES 1,2) t(a))
SELECT y FROM (SELECT sum(1/a) x, 1 AS y FROM (VALUES 0,2) t(a))
SELECT y FROM (SELECT sum(1/a) x, 1 AS y FROM (VALUES 0,2) t(a) HAVING true)
SELECT y FROM (SELECT sum(1/a) x, 1 AS y FROM (VALUES 0,2) t(a) HAVING false)
SELECT count(*) FROM (SELECT max(1/a) x FROM (VALUES 0,2) t(a))
SELECT count(*) FROM (SELECT max(NULL) x FROM (VALUES 0,2) t(a) ORDER BY count(*))
SELECT arbitrary(NULL) x FROM (VALUES 0,2) t(a) ORDER BY x
SELECT array_agg(NULL) x FROM (VALUES 0,2) t(a)
SELECT NULL x FROM (VALUES 0,2) t(a) HAVING true
SELECT NULL FROM (VALUES 0,2) t(a) ORDER BY count(*)
SELECT 1 FROM (VALUES 0,2) t(a) ORDER BY count(*)
-- mathematics to the last digit
SELECT ARRAY[cbrt(6.457304962192338e-1), cbrt(-5.601079461910333e-1), cbrt(5.241589553301031e-1), cbrt(-8.149292468162855e-1), cbrt(-8.7515211099533e-1), cbrt(1.4400486841052995e-3), cbrt(3.423957830958049e-1), cbrt(-4.161300656460831e-1), cbrt(-9.561944007669549e-1), cbrt(-4.871765968795757e0), cbrt(-6.0248726587858386e0), cbrt(-9.075605868862759e0), cbrt(5.94882012156249e0), cbrt(1.4799022728018008e0), cbrt(2.9389071524790067e0), cbrt(5.607817180272107e0), cbrt(-4.537608024914567e0), cbrt(-3.51025581057661e0), cbrt(5.92053604727636e2), cbrt(-6.189664363483743e2), cbrt(-4.407078503354955e2), cbrt(-2.4403829553352588e2), cbrt(8.230996168326119e1), cbrt(-3.3053443414649666e2), cbrt(1.440099720116751e2), cbrt(5.605061536936583e2), cbrt(5.7004571220374055e7), cbrt(-1.5456426127560636e8), cbrt(-9.128344039958131e7), cbrt(4.746322934397647e8), cbrt(4.857769315064777e8), cbrt(-3.2686519614740515e8), cbrt(-1.8398773655481064e8), cbrt(-1.9134581074646944e8), cbrt(4.295688871897613e8), cbrt(1.096629346545949e-250), cbrt(7.8147014298996135e68), cbrt(-2.430981099530377e-188), cbrt(-1.194943554428609e-136), cbrt(-2.394642355267852e269), cbrt(-6.525279736387763e-183), cbrt(5.548337635770052e-35), cbrt(-2.664641707335159e114), cbrt(4.069e1), cbrt(4.6875e2), cbrt(-9.144e2), cbrt(6.6833e2), cbrt(-9.9377e2), cbrt(9.3472e2), cbrt(-1.5972e2), cbrt(-6.4456e2), cbrt(-6.2877e2), cbrt(-7.3e1), cbrt(-9.9e1), cbrt(-5e1), cbrt(-4.2e1), cbrt(-4.1e1), cbrt(-7.1e1), cbrt(9e0), cbrt(9.2e1)]
SELECT ARRAY[asin(5.817699439738737e-1), asin(1.477482920269242e-1), asin(-6.050333974906399e-1), asin(7.221789368065907e-1), asin(-4.916172025220549e-1), asin(-7.729196547404489e-1), asin(-9.453959464772586e-1), asin(-8.791038989457786e-1), asin(3.613765246054981e-1), asin(-6.402799432007268e-1), asin(6.023325118208425e-1), asin(5.9042344594514e-1), asin(-5.287337056898659e-1), asin(-4.714562669124394e-1), asin(3.292225964889717e-1), asin(8.315134098900079e-1), asin(3.7460804468701037e-1), asin(7.004830289819292e-1), asin(-9.653643892908422e-1), asin(9.86792334289512e-1), asin(-9.591004343105747e-1), asin(-9.982264834079513e-1), asin(9.696540897676419e-1), asin(-9.972916955475353e-1), asin(9.857284472108853e-1), asin(9.467629581081517e-1), asin(9.999999994246538e-1), asin(-9.999998214547007e-1), asin(-9.999998467580288e-1), asin(9.999999925263032e-1), asin(-9.999998998725812e-1), asin(-9.999999990510589e-1), asin(-9.999999718383246e-1), asin(9.999999881406698e-1), asin(9.999999959380437e-1), asin(1.0673818852413654e-138), asin(-1.5823852837006616e-78), asin(-1.2785125184187497e-22), asin(-4.2905211383277744e-138), asin(1e0), asin(-1e0), asin(-1e0), asin(1e0), asin(-9.74816227810829e-1), asin(9.932255955823691e-1), asin(9.970369290719597e-1), asin(-9.954929578284136e-1), asin(-9.964448846411734e-1), asin(9.973517942265104e-1), asin(-9.928102678244556e-1), asin(9.891126253456015e-1), asin(9.959265475323642e-1), asin(8.532612111882939e-1), asin(5.786118049803052e-1), asin(-8.662724980256202e-1), asin(-9.575979516982294e-1), asin(9.407048042872158e-1), asin(8.621317259706233e-1), asin(-7.471835789550205e-1), asin(-9.078743183812648e-1)]
SELECT ARRAY[acos(-3.2074207035859215e-1), acos(-6.236634252703113e-1), acos(6.127629287600345e-1), acos(-9.040141105204886e-1), acos(3.996179110368798e-1), acos(-4.390761849652399e-1), acos(-1.9077205620276372e-1), acos(-3.6288297146693005e-1), acos(-4.74462508910551e-1), acos(1.0317802899665107e-1), acos(-2.1781770971062606e-1), acos(5.465737324403914e-1), acos(8.849628256826142e-1), acos(-7.682204203532172e-1), acos(7.167383153294282e-1), acos(-1.763109896155472e-1), acos(4.6202478521357226e-1), acos(-1.3353775361453213e-1), acos(-9.745839542736734e-1), acos(9.898908898373637e-1), acos(9.84828463714474e-1), acos(-9.867333116301341e-1), acos(9.973396332141882e-1), acos(-9.971604495640934e-1), acos(9.849807276973375e-1), acos(-9.964680189844862e-1), acos(9.9999994972628e-1), acos(9.999999891206174e-1), acos(-9.999999890695842e-1), acos(-9.99999986654886e-1), acos(9.999999947929101e-1), acos(-9.999999928095126e-1), acos(-9.999998292373421e-1), acos(-9.9999996836926e-1), acos(9.999999625402076e-1), acos(1e0), acos(-6.44638112679885e-113), acos(4.6464297221936283e-23), acos(1e0), acos(-3.2602212914127966e-281), acos(1e0), acos(-1e0), acos(1e0), acos(-9.896948944211679e-1), acos(-9.205475095926492e-1), acos(9.951511467615783e-1), acos(-9.86273960395147e-1), acos(-9.970075378720662e-1), acos(-9.939754191967873e-1), acos(9.508516277515541e-1), acos(-9.877668913588069e-1), acos(9.899499961212442e-1), acos(7.724003656819073e-1), acos(-9.306539513596679e-1), acos(-9.234517351574343e-1), acos(6.322434207628166e-1), acos(9.479341844212595e-1), acos(-8.377842243596717e-1), acos(8.104667177493136e-1), acos(-8.689996909936474e-1)]
SELECT ARRAY[atan(-3.7581586808702716e-1), atan(1.7659664627937444e-2), atan(-6.011717317631337e-1), atan(-9.375619888014914e-1), atan(6.778898246949026e-1), atan(4.2930364675321786e-1), atan(-8.849492072523335e-1), atan(-3.0506133581747363e-2), atan(-1.6091107863975274e-2), atan(3.3384513917092473e0), atan(2.9027224066214385e-1), atan(-6.436943964304842e-1), atan(-7.399158476572092e0), atan(9.901852616994573e0), atan(1.9845271166341982e0), atan(-1.0147900092484385e0), atan(8.291249283725046e0), atan(-8.836274146491789e0), atan(-5.645704984034275e2), atan(3.952747350070974e2), atan(-1.289268073760564e2), atan(-5.208104848027278e2), atan(-6.211388826003014e2), atan(-3.00211477093497e2), atan(-4.683384864909288e1), atan(-4.9730010023214857e2), atan(-5.494961121815706e7), atan(-3.837745189125531e8), atan(1.5650990309962532e8), atan(8.606267002693501e7), atan(2.3056352172538808e8), atan(4.241496328842592e8), atan(-3.698239325870871e8), atan(-4.904141426041788e8), atan(-2.2605261193870226e8), atan(2.955447269696881e285), atan(8.57615745059996e239), atan(1.4305708129241238e-239), atan(-2.5537621778358522e5), atan(1.175774466442302e-274), atan(1.4701325553333017e-19), atan(-3.037909484403299e30), atan(4.7347597090713674e-163), atan(-2.9925e2), atan(9.2707e2), atan(-5.1714e2), atan(-6.6702e2), atan(3.9152e2), atan(8.8419e2), atan(-3.1297e2), atan(4.7434e2), atan(8.885e1), atan(9.2e1), atan(-5.7e1), atan(8.3e1), atan(-6.3e1), atan(-4.2e1), atan(-5.8e1), atan(-3.6e1), atan(-3e1)]
SELECT ARRAY[atan2(-7.905256747224022e-1, 2.7228814422725156e-1), atan2(8.022856720733855e-1, -9.480671882387564e-1), atan2(-1.941824626150459e-1, -2.2141516172392994e0), atan2(7.092056282373171e-1, -1.9502449012129776e2), atan2(-1.3489718555235175e-3, 2.3959708248246324e8), atan2(4.053926516349393e-2, -2.974270660773311e58), atan2(-7.036101816704544e-1, 1.5055646977940677e208), atan2(-1.4772831934864117e-2, 2.4179e2), atan2(-1.0529565769494309e-1, 4e0), atan2(-2.9655742612507074e0, 8.91560555385221e-1), atan2(-7.00074672559311e0, 3.8307726866708913e-1), atan2(8.261500009457347e0, -2.3799920046608856e0), atan2(-4.168515202667804e0, 1.2917351761328686e2), atan2(-9.999806880950837e0, -9.25669377169419e6), atan2(6.529517777510694e0, -6.134891271254921e-217), atan2(6.055047519530659e0, -1.2485e2), atan2(-5.555528996305322e0, -3.7462e2), atan2(5.036736137716442e0, 5.3e1), atan2(6.52597797546814e2, -6.410155294654032e-1), atan2(3.018439416782204e2, 7.685761459956765e0), atan2(3.5186786700592745e2, -4.738359450240787e2), atan2(-8.398631782456592e1, -2.9097372283738744e8), atan2(3.103075032170431e2, -3.437566756474584e8), atan2(-2.602319238522239e2, -3.2351576966882135e-161), atan2(-4.6201407898311226e2, -6.9255e2), atan2(-1.8729133582082173e2, -2.8e1), atan2(-2.0086979852098498e8, -1.6338396033429725e-1), atan2(3.1938529052743006e8, -5.905480382920001e-1), atan2(-2.9329800596148616e8, -2.5623738311987276e-1), atan2(4.685615305642419e8, -4.193408726338953e2), atan2(-1.269648669413127e8, -4.4081884619818014e8), atan2(-8.506417045605563e6, 4.1576193208006084e132), atan2(9.150505303009648e6, 8.384302468719948e110), atan2(-3.108761011673492e8, -8.302e1), atan2(-4.4247460362616676e8, 6.9e1), atan2(1.152891921642304e-190, -1.2016594368972155e-1), atan2(-1.1392713206240053e17, 2.021918302412107e0), atan2(4.314014798870928e250, 2.64157593838944e0), atan2(3.2938316512395225e112, -3.738561867148877e2), atan2(-8.434902949872936e-237, 2.309362891739869e8), atan2(-1.349958796141683e134, -5.106048379054271e286), atan2(2.5736306016895762e-24, -8.0963e2), atan2(1.5870328078520847e-38, 4.1e1), atan2(1.7451379168330122e201, -5.8e1), atan2(-9.657e2, 8.890823060130153e-1), atan2(3.7415e2, -7.615983485065393e0), atan2(-8.6456e2, -3.9533160314677815e2), atan2(3e-2, 2.6440441644024315e8), atan2(2.598e2, 3.8553571742285776e8), atan2(-9.6841e2, 3.3134213281729654e-115), atan2(2.8072e2, 7.2228e2), atan2(6.7077e2, -9.1e1), atan2(4.1e1, 3.4447741571091006e-1), atan2(-3e1, 4.100615984807079e-1), atan2(-5.7e1, 8.15107882868083e0), atan2(-2.6e1, 2.812075381079725e2), atan2(6.4e1, -9.74345184385006e6), atan2(9e1, 4.742281714547512e53), atan2(-9e1, -3.032800926609413e306), atan2(8.4e1, -6.7617e2)]
SELECT ARRAY[sinh(2.68530130977058e-1), sinh(8.981533059376074e-1), sinh(3.287842279899793e-1), sinh(8.101925858343917e-1), sinh(2.525248533359379e-1), sinh(2.1618878152975296e-1), sinh(-3.8052976847650943e-1), sinh(1.624569898296413e-1), sinh(8.79191161077093e-1), sinh(4.486968524049488e0), sinh(-4.748322961269097e0), sinh(3.7169551913239784e0), sinh(-6.046360729283822e0), sinh(-3.102928396827973e0), sinh(-8.74198913515638e0), sinh(-7.87986278435209e0), sinh(-6.584794519741458e0), sinh(-9.361097812355077e0), sinh(-4.902605532623178e2), sinh(-5.091216324871041e2), sinh(-2.3797273320982825e1), sinh(-2.0821859217631564e2), sinh(-5.764284133335708e2), sinh(2.1047461075264718e2), sinh(-5.837897300179069e2), sinh(8.849618471623228e1), sinh(-5.981683501033897e6), sinh(5.733540680135385e7), sinh(-2.4809527385425535e8), sinh(-4.063113927404915e8), sinh(2.5654065644207448e8), sinh(-6.357240656557139e7), sinh(5.936348464310337e7), sinh(-4.861669540340858e8), sinh(1.0418033627987854e8), sinh(-7.474160733383921e246), sinh(7.264074554466852e-208), sinh(9.970914903468752e9), sinh(-7.85733530615485e212), sinh(5.20518337296782e274), sinh(5.892139587637008e58), sinh(-4.138833352529303e168), sinh(4.3304972748597894e55), sinh(6.35e0), sinh(-9.4011e2), sinh(6.6023e2), sinh(7.8622e2), sinh(-8.8691e2), sinh(9.3013e2), sinh(-5.9578e2), sinh(4.7325e2), sinh(-1.218e2), sinh(6.4e1), sinh(-8.1e1), sinh(7.8e1), sinh(-4.5e1), sinh(2.7e1), sinh(-8.8e1), sinh(4.6e1), sinh(-3.8e1)]
SELECT ARRAY[cosh(9.956021318191672e-1), cosh(-7.09695100649118e-1), cosh(-2.1024632417142686e-1), cosh(-7.947096227643591e-1), cosh(5.651569415652924e-2), cosh(-9.489762782812939e-1), cosh(3.6295080248403866e-1), cosh(1.8594551141650673e-1), cosh(9.13937092718639e-1), cosh(-2.516326900812018e0), cosh(-9.107177257122089e0), cosh(6.9672846873138505e0), cosh(-9.337729215313555e0), cosh(-2.786064144589968e0), cosh(8.516025551835087e0), cosh(-7.844922541568486e0), cosh(2.6289403497376207e0), cosh(-6.823067663620723e0), cosh(4.0317678502908757e2), cosh(-8.79138943682955e1), cosh(-6.391880273535792e2), cosh(-6.276389896532702e2), cosh(-4.7610481370990385e2), cosh(-7.007553548089952e1), cosh(-5.572315453818214e2), cosh(-4.808804958504068e1), cosh(-4.32070940701324e8), cosh(-1.0362563193944684e6), cosh(-2.741088866135613e8), cosh(4.8065447852977294e8), cosh(-8.366847018882096e7), cosh(4.7007146522871757e8), cosh(-2.1360635534562465e7), cosh(2.7816584742542624e8), cosh(1.1822128324686609e8), cosh(2.708058353269115e-95), cosh(-2.4730920563155656e-210), cosh(5.078995056567193e45), cosh(9.180465517131146e-119), cosh(3.2540407648710413e-220), cosh(-5.021227987019891e-142), cosh(-1.0007762516727953e-157), cosh(-2.360957321603574e-167), cosh(-1.5352e2), cosh(8.8764e2), cosh(5.3872e2), cosh(-1.7579e2), cosh(8.8327e2), cosh(9.5936e2), cosh(-6.5421e2), cosh(-7.861e1), cosh(-5.2148e2), cosh(5.2e1), cosh(9.8e1), cosh(-3.3e1), cosh(-7.8e1), cosh(4.7e1), cosh(8e1), cosh(-3.6e1), cosh(-1.5e1)]
SELECT ARRAY[tanh(1.1377245239623468e-1), tanh(2.685825830644848e-1), tanh(-7.993481158275847e-1), tanh(9.410452851751099e-1), tanh(-7.22545325626873e-1), tanh(-1.316763754615916e-1), tanh(8.616316327180862e-1), tanh(6.392059333805022e-1), tanh(8.048558285482499e-2), tanh(2.1671605166826224e0), tanh(5.054636008597275e0), tanh(-4.3815827343527145e0), tanh(-5.64713716304262e0), tanh(-3.427421447554334e0), tanh(9.271550229411374e-1), tanh(2.538344865915527e0), tanh(-4.90528344870791e0), tanh(9.251464018249635e0), tanh(-4.9781563272598e2), tanh(3.0278313206638364e2), tanh(6.037287718168128e2), tanh(5.768543614432468e2), tanh(2.8688031480968016e2), tanh(-5.0804483881594837e2), tanh(-2.2789440133045167e2), tanh(3.098989491397044e2), tanh(2.539626363450488e8), tanh(-4.079549908209382e8), tanh(-2.79652207987221e8), tanh(-4.383232593249172e8), tanh(-3.156465291118466e8), tanh(-1.764996050281914e8), tanh(-2.4018526065171942e8), tanh(1.3186886936047526e8), tanh(-3.4236788532806925e7), tanh(3.830935657259403e-156), tanh(3.2561883574189693e-214), tanh(2.3605148767352004e13), tanh(1.5568077363102947e-50), tanh(2.9263996566066934e-267), tanh(4.983390751036185e34), tanh(1.1903322295526524e294), tanh(-8.139579247537233e8), tanh(2.2959e2), tanh(6.9012e2), tanh(7.0006e2), tanh(6.469e2), tanh(2.5154e2), tanh(5.5432e2), tanh(8.058e1), tanh(6.7257e2), tanh(-9.1936e2), tanh(2.8e1), tanh(-3.4e1), tanh(6.2e1), tanh(-3.1e1), tanh(-8.7e1), tanh(9.7e1), tanh(1.8e1), tanh(4.4e1)]
SELECT cbrt(x), asin(x), acos(x), atan(x), sinh(x), cosh(x), tanh(x) FROM (VALUES 0e0, -0e0, 1e0, -1e0, 5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, nan(), infinity(), -infinity(), 710.4758600739439e0, 710.475860073944e0, -22e0, 1e-17, 4.66e-10) t(x)
SELECT atan2(y, x) FROM (VALUES 0e0, -0e0, 1e0, -1e0, 5e-324, 1e308, nan(), infinity(), -infinity()) a(y) CROSS JOIN (VALUES 0e0, -0e0, 1e0, -1e0, -5e-324, -1e308, nan(), infinity(), -infinity()) b(x)
SELECT geometric_mean(x) FROM (VALUES 1.5e0, 2.25e0, 7.1e0) t(x)

-- WITH RECURSIVE, and WITH in parentheses
WITH RECURSIVE t(n) AS (VALUES 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 11) SELECT count(*), sum(n) FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 12) SELECT count(*), sum(n) FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 100) SELECT n FROM t LIMIT 5
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 10) SELECT n FROM t ORDER BY n
WITH RECURSIVE t AS (SELECT 1 n UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1e0 FROM t WHERE n < 5) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + BIGINT '1' FROM t WHERE n < 5) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT BIGINT '1' UNION ALL SELECT 3 FROM t WHERE n < 2) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 'a' UNION ALL SELECT n || 'b' FROM t WHERE length(n) < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT CAST('a' AS varchar) UNION ALL SELECT n || 'b' FROM t WHERE length(n) < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT CAST('a' AS varchar(5)) UNION ALL SELECT n || 'b' FROM t WHERE length(n) < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 'abc' UNION ALL SELECT 'd' FROM t WHERE n = 'abc') SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n, m) AS (SELECT 1, 2 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t
WITH RECURSIVE t(n, m) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT 1) SELECT n FROM t
WITH RECURSIVE t AS (SELECT 1 n) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT n + 1 FROM t) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT n + 1 FROM t UNION ALL SELECT 1) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT n + 2 FROM t WHERE n < 5) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS ((SELECT 1 UNION ALL SELECT 2) UNION ALL SELECT n + 2 FROM t WHERE n < 5) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL (SELECT n + 2 FROM t WHERE n < 5)) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5 LIMIT 3) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5 ORDER BY 1) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL (SELECT n + 1 FROM t WHERE n < 5 LIMIT 3)) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 INTERSECT SELECT n + 1 FROM t) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT 1 EXCEPT SELECT n + 1 FROM t) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT a.n + 1 FROM t a, t b WHERE a.n < 5) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT sum(n) FROM t WHERE n < 5) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT BIGINT '1' UNION ALL SELECT sum(n) + 1 FROM t WHERE n < 5 HAVING count(*) > 0) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n IN (SELECT n FROM t WHERE n < 4)) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT (SELECT max(n) FROM t) + 1) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT t.n + 1 FROM (VALUES 1) u(x) LEFT JOIN t ON true WHERE t.n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT t.n + 1 FROM t LEFT JOIN (VALUES 1) u(x) ON true WHERE t.n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT t.n + 1 FROM t RIGHT JOIN (VALUES 1) u(x) ON true WHERE t.n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT t.n + 1 FROM t FULL JOIN (VALUES 1) u(x) ON true WHERE t.n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT s.n + 1 FROM (SELECT * FROM t) s WHERE s.n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL (WITH s AS (SELECT * FROM t) SELECT n + 1 FROM s WHERE n < 4)) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT DISTINCT n + 1 FROM t WHERE n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT row_number() OVER (ORDER BY n) FROM t WHERE n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (WITH s AS (SELECT 1 x) SELECT x FROM s UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3), u(m) AS (SELECT n FROM t UNION ALL SELECT m + 10 FROM u WHERE m < 20) SELECT m FROM u ORDER BY m
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3), u AS (SELECT n * 2 m FROM t) SELECT m FROM u ORDER BY m
WITH RECURSIVE u AS (SELECT m FROM t), t(m) AS (SELECT 1 UNION ALL SELECT m + 1 FROM u) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT a.n, b.n FROM t a JOIN t b ON a.n = b.n + 1 ORDER BY 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM T WHERE n < 3) SELECT n FROM t ORDER BY n
WITH RECURSIVE "T"(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL TABLE t) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT NULL UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT NULL FROM t WHERE n = 1) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT 1/0 FROM t WHERE n = 1) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT 1/(n-5) FROM t WHERE n = 1) SELECT n FROM t ORDER BY n
WITH RECURSIVE e(id, boss) AS (VALUES (1, NULL), (2, 1), (3, 1), (4, 2), (5, 4)), c(id, depth) AS (SELECT id, 0 FROM e WHERE boss IS NULL UNION ALL SELECT e.id, c.depth + 1 FROM e JOIN c ON e.boss = c.id) SELECT id, depth FROM c ORDER BY id
WITH RECURSIVE c(id, path) AS (SELECT 1, ARRAY[1] UNION ALL SELECT e.id, c.path || e.id FROM (VALUES (2, 1), (3, 2)) e(id, boss) JOIN c ON e.boss = c.id) SELECT id, path FROM c ORDER BY id
WITH RECURSIVE d(day) AS (SELECT DATE '2024-01-01' UNION ALL SELECT day + INTERVAL '1' DAY FROM d WHERE day < DATE '2024-01-05') SELECT day FROM d ORDER BY day
WITH RECURSIVE d(day, x) AS (SELECT DATE '2024-01-01', 1 UNION ALL SELECT date_add('day', 1, day), x * 2 FROM d WHERE x < 100) SELECT day, x FROM d ORDER BY day
WITH RECURSIVE f(a, b) AS (SELECT 0, 1 UNION ALL SELECT b, a + b FROM f WHERE b < 30) SELECT a FROM f ORDER BY a
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 20) SELECT n FROM t WHERE n < 3
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 20) SELECT 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT x FROM t) SELECT 1
SELECT * FROM (WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n FROM t) s ORDER BY n
SELECT x, (WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT max(n) FROM t) FROM (VALUES 1) v(x)
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3 AND EXISTS (SELECT 1 FROM t u WHERE u.n = t.n)) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t, LATERAL (SELECT t.n AS y) l WHERE y < 3) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT x FROM t CROSS JOIN UNNEST(ARRAY[n + 1, n + 2]) u(x) WHERE x < 5) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t TABLESAMPLE BERNOULLI (100) WHERE n < 3) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n FROM t UNION ALL SELECT n FROM t) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n FROM (SELECT n FROM t UNION ALL SELECT n FROM t) WHERE n > 1) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM (SELECT 3 EXCEPT SELECT n FROM t) s(n) WHERE n < 5) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM (SELECT n FROM t INTERSECT SELECT 1) s(n) WHERE n < 5) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT DECIMAL '1.5' UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT ROW(1, 'a') UNION ALL SELECT ROW(n[1] + 1, 'b') FROM t WHERE n[1] < 3) SELECT n FROM t ORDER BY n[1]
WITH RECURSIVE t(n) AS (SELECT CAST(1 AS json) UNION ALL SELECT n FROM t WHERE false) SELECT n FROM t
WITH RECURSIVE t(n) AS (SELECT TIMESTAMP '2024-01-01 00:00:00.000' UNION ALL SELECT n + INTERVAL '1' HOUR FROM t WHERE n < TIMESTAMP '2024-01-01 02:00:00') SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT t.n FROM t GROUP BY t.n HAVING count(*) = 1 ORDER BY 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n FROM t) SELECT n FROM t LIMIT 1
WITH RECURSIVE t(N) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 2) SELECT * FROM t ORDER BY 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 AS z FROM t WHERE n < 2 GROUP BY n) SELECT * FROM t ORDER BY 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT m FROM (WITH RECURSIVE u(m) AS (SELECT 1) SELECT m FROM u) JOIN t ON true WHERE n < 3) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM (WITH t AS (SELECT 7 n) SELECT n FROM t) WHERE n < 3) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM (WITH s AS (SELECT n FROM t) SELECT n FROM s) WHERE n < 3) SELECT * FROM t ORDER BY 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3), t(m) AS (SELECT 1) SELECT * FROM t
WITH RECURSIVE t(n) AS ((SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3)) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL ((SELECT n + 1 FROM t WHERE n < 3) LIMIT 2)) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL ((SELECT n + 1 FROM t WHERE n < 3) ORDER BY 1)) SELECT * FROM t ORDER BY 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL (SELECT n + 1 FROM t WHERE n < 3 OFFSET 1)) SELECT * FROM t ORDER BY 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3 OFFSET 1) SELECT * FROM t ORDER BY 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3 FETCH FIRST ROW ONLY) SELECT * FROM t ORDER BY 1
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t INNER JOIN (SELECT 1 x INTERSECT ALL SELECT n FROM t) u ON true) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM (SELECT n FROM t INTERSECT ALL SELECT 1) u) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM (SELECT n FROM t EXCEPT ALL SELECT 1) u) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM t WHERE 6 / n > 1) SELECT * FROM t ORDER BY 1
WITH RECURSIVE t(n) AS (SELECT 2 UNION ALL SELECT n - 1 FROM t WHERE 6 / n > 1) SELECT * FROM t ORDER BY 1
WITH RECURSIVE t(n, s) AS (SELECT 1, CAST('x' AS varchar) UNION ALL SELECT n + 1, s || CAST(n AS varchar) FROM t WHERE n < 4) SELECT max_by(s, n) FROM t
WITH RECURSIVE t(n, s) AS (SELECT 1, CAST(ROW(1, 'a') AS ROW(x bigint, y varchar)) UNION ALL SELECT n + 1, ROW(s.x * 2, s.y || 'b') FROM t WHERE n < 3) SELECT n, s.x, s.y FROM t ORDER BY n
WITH RECURSIVE t(n, m) AS (SELECT 1, MAP(ARRAY['a'], ARRAY[1]) UNION ALL SELECT n + 1, map_concat(m, MAP(ARRAY[CAST(n AS varchar(1))], ARRAY[n])) FROM t WHERE n < 3) SELECT n, m FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION SELECT n % 3 + 1 FROM t WHERE n < 9) SELECT count(*) FROM t
WITH RECURSIVE t(n) AS (VALUES (1), (2), (2) UNION SELECT n + 1 FROM t WHERE n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (VALUES (1), (2), (2) UNION ALL SELECT n + 1 FROM t WHERE n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 4) SELECT (SELECT sum(n) FROM t), (SELECT count(*) FROM t a, t b)
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 4) SELECT x FROM (VALUES 2, 9) v(x) WHERE x IN (SELECT n FROM t)
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 4) SELECT x FROM (VALUES 2, 9) v(x) WHERE EXISTS (SELECT 1 FROM t WHERE n = x)
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 4) SELECT n, lag(n) OVER (ORDER BY n) FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT t.n + 1 FROM t WHERE t.n < 4), u(n) AS (SELECT 10 UNION ALL SELECT u.n + t.n FROM u JOIN t ON t.n = 4 WHERE u.n < 20) SELECT n FROM u ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT rank() OVER (ORDER BY n) + n FROM t WHERE n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT BIGINT '1' UNION ALL SELECT rank() OVER (ORDER BY n) + n FROM t WHERE n < 4) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT TIMESTAMP '2024-01-01 00:00:00 UTC' UNION SELECT n + INTERVAL '1' DAY FROM t WHERE n < TIMESTAMP '2024-01-03 00:00:00 UTC') SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 4 GROUP BY n HAVING max(n) < 3) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t, (VALUES 1, 2) WHERE n < 3) SELECT n FROM t ORDER BY n
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT N + 1 FROM t AS x(N) WHERE x.n < 3) SELECT n FROM t ORDER BY n
SELECT * FROM ((WITH a AS (SELECT 1 x) SELECT * FROM a)) t
SELECT * FROM (WITH a AS (SELECT 1 x) SELECT * FROM a) t
SELECT (WITH a AS (SELECT 1 x) SELECT * FROM a)
SELECT ((WITH a AS (SELECT 1 x) SELECT * FROM a))
SELECT 1 WHERE 1 IN (WITH a AS (SELECT 1 x) SELECT * FROM a)
SELECT 1 WHERE EXISTS (WITH a AS (SELECT 1 x) SELECT * FROM a)
SELECT 1 WHERE 1 = ANY (WITH a AS (SELECT 1 x) SELECT * FROM a)
WITH b AS (WITH a AS (SELECT 1 x) SELECT * FROM a) SELECT * FROM b
SELECT 1 UNION ALL (WITH a AS (SELECT 1 x) SELECT * FROM a)
SELECT x FROM LATERAL (WITH a AS (SELECT 1 x) SELECT * FROM a) l
SELECT * FROM ((SELECT 1) UNION (SELECT 2) ORDER BY 1) t(x) ORDER BY x
-- What plans leave out: fields of rows that are written, zones behind conditions
SELECT (CAST(ROW(1,'x') AS row(a integer,b integer))).a
SELECT (CAST(ROW(1,'x') AS row(a integer,b integer))).b
SELECT (CAST(ROW(1,'x') AS row(a integer,b integer)))[1]
SELECT (CAST(CAST(ROW(1,'x') AS row(a integer,b integer)) AS row(c bigint, d bigint))).c
SELECT (TRY_CAST(ROW(1,'x') AS row(a integer,b integer))).a
SELECT (TRY_CAST(ROW('y','x') AS row(a integer,b integer))).a
SELECT (CAST(ROW(x, 1/x) AS row(a integer,b integer))).a FROM (VALUES 0) t(x)
SELECT (CAST(ROW(ROW(1,'x'),'y') AS row(a row(c integer, d integer),b integer))).a.c
SELECT (CAST(ROW(ROW(1,'x'),'y') AS row(a row(c integer, d integer),b integer))).a[2]
SELECT CASE WHEN x > 5 THEN TIMESTAMP '2020-01-01 00:00:00' AT TIME ZONE 'bad' END FROM (VALUES 1) t(x)
SELECT CASE WHEN x > 5 THEN at_timezone(TIMESTAMP '2020-01-01 00:00:00 UTC', 'bad') END FROM UNNEST(ARRAY[1]) t(x)
SELECT x > 5 AND TIMESTAMP '2020-01-01 00:00:00' AT TIME ZONE 'bad' > now() FROM UNNEST(ARRAY[1]) t(x)
SELECT CASE WHEN x > 5 THEN with_timezone(TIMESTAMP '2020-01-01 00:00:00', 'bad') END FROM UNNEST(ARRAY[1]) t(x)
SELECT CASE WHEN x > 5 THEN from_unixtime(0, 'bad') END FROM UNNEST(ARRAY[1]) t(x)
SELECT t AT TIME ZONE 'bad' FROM UNNEST(ARRAY[CAST(NULL AS timestamp)]) x(t)
SELECT try(at_timezone(t, 'bad')) FROM UNNEST(ARRAY[TIMESTAMP '2020-01-01 00:00:00 UTC']) x(t)
SELECT coalesce(x, at_timezone(now(), 'bad')) IS NULL FROM UNNEST(ARRAY[now()]) t(x)
SELECT if(x > 5, parse_datetime('x', 'yyyy')) FROM UNNEST(ARRAY[1]) t(x)
SELECT if(x > 5, CAST('2020-01-01 00:00:00 Bad/Zone' AS timestamp with time zone)) FROM UNNEST(ARRAY[1]) t(x)
SELECT transform(ARRAY[1], x -> if(x > 5, TIMESTAMP '2020-01-01 00:00:00' AT TIME ZONE 'bad'))
SELECT transform(ARRAY[10], x -> if(x > 5, TIMESTAMP '2020-01-01 00:00:00' AT TIME ZONE 'bad'))
SELECT t AT TIME ZONE z, with_timezone(t, z) FROM UNNEST(ARRAY[TIMESTAMP '2020-01-01 00:00:00', NULL], ARRAY['Europe/Berlin', 'bad']) x(t, z)
-- conditions where the engine moves them: over the sides of joins, and what equalities say of the other side
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t CROSS JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u WHERE 1/a = 1 AND b = 6
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t CROSS JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u WHERE 1/a > 0 AND b = 6 ORDER BY 1
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c WHERE 1/a > 0 AND b = 6
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c WHERE 1/b > 0 AND a = 1
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t WHERE 1/a > 0 AND b = 6
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c AND 1/a > 0 AND b = 6
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c AND 1/a > 0 WHERE b = 6
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c AND b = 6 WHERE 1/a > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c AND b > 5 WHERE 1/a > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c AND 1/a > 0 WHERE b > 5
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c WHERE 1/c > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c AND 1/c > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t LEFT JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c WHERE 1/c > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[5,6]) t(a,b) LIMIT 99) t LEFT JOIN (SELECT * FROM UNNEST(ARRAY[0,2]) u(c) LIMIT 99) u ON a = c WHERE 1/a >= 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[5,6]) t(a,b) LIMIT 99) t LEFT JOIN (SELECT * FROM UNNEST(ARRAY[0,2]) u(c) LIMIT 99) u ON a = c AND 1/a >= 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[5,6]) t(a,b) WHERE 1/a >= 0 LIMIT 99) t LEFT JOIN (SELECT * FROM UNNEST(ARRAY[0,2]) u(c) LIMIT 99) u ON a = c
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[0,2]) u(c) LIMIT 99) u ON a = c WHERE CAST(a AS varchar) = '1' AND 1/c > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY['1','2'], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY['x','2']) u(c) LIMIT 99) u ON a = c WHERE CAST(a AS integer) > 1
SELECT * FROM (SELECT * FROM UNNEST(ARRAY['1','2'], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY['x','2']) u(c) LIMIT 99) u ON a = c WHERE a = '1' AND CAST(c AS integer) > 1
SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) WHERE b = 6 AND 1/a > 0
SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) WHERE 1/a > 0 AND b = 6
SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) WHERE b > 5 AND 1/a > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t CROSS JOIN UNNEST(ARRAY[a, b]) x(e) WHERE 1/a > 0 AND b = 6
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t CROSS JOIN UNNEST(ARRAY[a, b]) x(e) WHERE 1/a > 0 AND e = 6
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t CROSS JOIN UNNEST(ARRAY[a, b]) x(e) WHERE e = 6 AND 1/a > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t CROSS JOIN UNNEST(ARRAY[a, b]) x(e) WHERE e = 6 AND 1/e > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t CROSS JOIN UNNEST(ARRAY[a, b]) x(e) WHERE e > 0 AND 1/e > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t CROSS JOIN UNNEST(ARRAY[a, b]) x(e) WHERE e = a AND 1/e > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2]) t(a) LIMIT 99) t WHERE a IN (SELECT c FROM (SELECT * FROM UNNEST(ARRAY[0,2]) u(c) LIMIT 99) u) AND 1/a >= 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,2]) t(a) LIMIT 99) t WHERE a IN (SELECT c FROM (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u WHERE 1/c >= 0)
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2]) t(a) LIMIT 99) t WHERE a NOT IN (SELECT c FROM (SELECT * FROM UNNEST(ARRAY[0,2]) u(c) LIMIT 99) u) AND 1/a >= 0
SELECT a, count(*) FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t GROUP BY a, b HAVING 1/a > 0 AND b = 6
SELECT a, count(*) FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t GROUP BY a, b HAVING b = 6 AND 1/a > 0
SELECT a, count(*) FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t GROUP BY a, b HAVING b > 5 AND 1/a > 0
SELECT a, sum(1/a) FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t GROUP BY a HAVING a > 0
SELECT a, sum(1/b) FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[0,6]) t(a,b) LIMIT 99) t GROUP BY a HAVING a > 0
SELECT a, sum(1/b) FROM (SELECT * FROM UNNEST(ARRAY[0,NULL], ARRAY[0,6]) t(a,b) LIMIT 99) t GROUP BY a HAVING a > 0 AND 1/count(a) > 0
SELECT a, count(*) FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t GROUP BY a, b HAVING 1/b >= 0 AND count(*) = a AND 1/a > 0
SELECT DISTINCT a FROM (SELECT * FROM UNNEST(ARRAY[0,1], ARRAY[5,6]) t(a,b) LIMIT 99) t WHERE 1/a > 0 AND a = 1
-- rows that are written in the query, with what it makes of them
SELECT y FROM (SELECT x, 1/x AS y FROM (VALUES 0, 1) t(x)) WHERE x > 0
SELECT y FROM (SELECT 1/x AS y, x FROM (VALUES 0, 1) t(x) WHERE x > 0) WHERE x > 0
SELECT y FROM (SELECT x, 1/x AS y FROM (VALUES 0, 1) t(x)) WHERE false
SELECT y FROM (SELECT x, 1/x AS y FROM (VALUES 0, 1) t(x)) LIMIT 0
SELECT y FROM (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x)) LIMIT 1
SELECT y FROM (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x) LIMIT 1)
SELECT y FROM (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x) ORDER BY x DESC LIMIT 1)
SELECT y FROM (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x)) ORDER BY x DESC LIMIT 1
SELECT y FROM (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x) UNION ALL SELECT 5, 7) WHERE x > 0
SELECT x FROM (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x) UNION ALL SELECT 5, 7) WHERE x > 0 ORDER BY 1
SELECT x FROM (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x) UNION SELECT 5, 7) WHERE x > 0
SELECT max(y) FROM (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x)) GROUP BY x HAVING x > 0
WITH q AS (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x)) SELECT y FROM q WHERE x > 0
WITH q AS (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x)) SELECT a.y FROM q a JOIN q b ON a.x = b.x AND a.x > 0
WITH q AS (SELECT x, 1/x AS y FROM (VALUES 1, 0) t(x)) SELECT x FROM q WHERE x IN (SELECT y FROM q WHERE x > 0)
SELECT y FROM (SELECT 1/0 AS y) WHERE y > 5
SELECT y FROM (SELECT z, 1/z AS y FROM (SELECT x - 1 AS z FROM (VALUES 1, 2) t(x))) WHERE z > 0
SELECT y FROM (SELECT z, 1/z AS y FROM (SELECT x - 1 AS z FROM (VALUES 1, 2) t(x)) WHERE z > 0)
SELECT * FROM (SELECT x, 1/x AS y FROM (VALUES 0, 1) t(x)) a JOIN (VALUES 1) b(z) ON a.x = b.z
SELECT * FROM (VALUES 0, 1) t(x) JOIN (SELECT 5 AS n) p ON true WHERE x > 0 AND n / x > 1
SELECT * FROM (VALUES 0, 1) t(x) CROSS JOIN (SELECT 5 AS n) p WHERE n / x > 1 AND x > 0
SELECT * FROM (VALUES 0, 1) t(x), (VALUES 5) p(n) WHERE x > 0 AND n / x > 1
SELECT y FROM (SELECT x, try(1/x) AS y FROM (VALUES 0, 1) t(x)) WHERE x >= 0 ORDER BY 1
SELECT y FROM (SELECT x, CASE WHEN x > 0 THEN 1/x END AS y FROM (VALUES 0, 1) t(x)) WHERE x >= 0 ORDER BY 1
SELECT y FROM (SELECT DISTINCT x, 1/x AS y FROM (VALUES 0, 1) t(x)) WHERE x > 0
SELECT count(*) FROM (SELECT x, 1/x AS y FROM (VALUES 0, 1) t(x)) WHERE x > 0
SELECT x, e FROM (VALUES 0, 1) t(x) CROSS JOIN UNNEST(ARRAY[x]) u(e) WHERE x > 0 AND 1/x > 0
SELECT x, e FROM (SELECT x, 1/x AS y FROM (VALUES 0, 1) t(x)) CROSS JOIN UNNEST(ARRAY[y]) u(e) WHERE x > 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,0], ARRAY[0,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON 1/b > 0 AND a < c
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[0,2]) u(a) LIMIT 99) u USING (a) WHERE 1/a >= 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[BIGINT '0',2]) u(c) LIMIT 99) u ON a = c WHERE 1/a >= 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,2], ARRAY[5,6]) t(a,b) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[BIGINT '1',2]) u(c) LIMIT 99) u ON a = c WHERE 1/c >= 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2]) t(a) LIMIT 99) t JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(b) LIMIT 99) u ON a = b JOIN (SELECT * FROM UNNEST(ARRAY[0,2]) v(c) LIMIT 99) v ON b = c WHERE 1/a >= 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2]) t(a) LIMIT 99) t FULL JOIN (SELECT * FROM UNNEST(ARRAY[0,2]) u(c) LIMIT 99) u ON a = c WHERE 1/a >= 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2]) t(a) LIMIT 99) t FULL JOIN (SELECT * FROM UNNEST(ARRAY[0,2]) u(c) LIMIT 99) u ON a = c WHERE coalesce(1/c, 5) >= 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[0,2]) t(a) LIMIT 99) t RIGHT JOIN (SELECT * FROM UNNEST(ARRAY[1,2]) u(c) LIMIT 99) u ON a = c AND 1/a > 5
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[0,1]) t(a,b) LIMIT 99) t LEFT JOIN (SELECT * FROM UNNEST(ARRAY[2,3], ARRAY[5,6]) u(c,d) LIMIT 99) u ON a = c AND d / b > 2 ORDER BY 1
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[0,1]) t(a,b) LIMIT 99) t LEFT JOIN (SELECT * FROM UNNEST(ARRAY[1,3], ARRAY[5,6]) u(c,d) LIMIT 99) u ON a = c AND d / b > 2
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[5,6]) t(a,b) LIMIT 99) t, (SELECT * FROM UNNEST(ARRAY[0,2]) u(c) LIMIT 99) u WHERE a = c AND CAST(a AS varchar) <> '3' AND 1/a >= 0
SELECT * FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[5,6]) t(a,b) LIMIT 99) t WHERE a IN (SELECT c FROM (SELECT * FROM UNNEST(ARRAY[1,2], ARRAY[0,3]) u(c, d) LIMIT 99) u WHERE 1/d >= 0) AND b > 0
SELECT a, count(*) FROM (SELECT * FROM UNNEST(ARRAY[0,NULL], ARRAY[5,6]) t(a,b) LIMIT 99) t GROUP BY a HAVING a > 0 AND 1/count(a) > 0

-- A minus without a number
SELECT CAST(- AS integer)
SELECT +
SELECT -
SELECT 1 + -
SELECT 1 - , 2
SELECT * FROM t TABLESAMPLE BERNOULLI (- )
-- sequences of times, URLs, patterns, approx_distinct in windows
SELECT chr(55296)
SELECT chr(57343)
SELECT chr(57344)
SELECT date_trunc('NFKC', DATE '2020-01-01')
SELECT date_trunc('NFKC', TIME '01:01:01')
SELECT date_add('NFKC', 1, DATE '2020-01-01')
SELECT date_add('NFKC', 1, TIMESTAMP '2020-01-01 00:00:00')
SELECT date_diff('NFKC', DATE '2020-01-01', DATE '2020-01-01')
SELECT date_diff('NFKC', TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-01-01 00:00:00')
SELECT date_diff('NFKC', TIME '01:01:01', TIME '01:01:01')
SELECT date_add('NFKC', 1, TIME '01:01:01')
SELECT sequence(DATE '1582-10-15', DATE '2021-01-03', INTERVAL '1.5' SECOND)
SELECT sequence(DATE '2020-10-15', DATE '2021-01-03', INTERVAL '36' HOUR)
SELECT sequence(DATE '1582-10-15', DATE '2021-01-03', INTERVAL '1' DAY)
SELECT sequence(DATE '1582-10-15', DATE '2021-01-03')
SELECT sequence(DATE '2020-10-15', DATE '2021-01-03', INTERVAL '-1' DAY)
SELECT sequence(DATE '2020-10-15', DATE '2020-10-15', INTERVAL '0' SECOND)
SELECT sequence(TIMESTAMP '1582-10-15 00:00:00', TIMESTAMP '2021-01-03 00:00:00', INTERVAL '1' SECOND)
SELECT sequence(TIMESTAMP '2021-01-03 00:00:00', TIMESTAMP '2021-01-03 00:00:00', INTERVAL '0' DAY)
SELECT sequence(DATE '2021-03-31', DATE '2020-11-01', INTERVAL '-1' MONTH)
SELECT sequence(DATE '2021-03-31', DATE '2021-03-31', INTERVAL '-1' MONTH)
SELECT sequence(DATE '0001-03-31', DATE '2021-03-31', INTERVAL '1' MONTH)
SELECT to_unixtime(TIMESTAMP '1880-01-01 00:00:00 Europe/Paris'), TIMESTAMP '1880-01-01 00:00:00 Europe/Paris' AT TIME ZONE 'UTC'
SELECT url_decode('%41%zz')
SELECT url_decode('%z')
SELECT url_decode('a%')
SELECT url_decode('%41%4z')
SELECT url_decode('%-1')
SELECT map_from_entries(ARRAY[ROW(true, 10), NULL, ROW(false, 0)])
SELECT multimap_from_entries(ARRAY[ROW(true, 10), NULL, ROW(false, 0)])
SELECT date_parse('http://u:p@h.com:80/p/a?x=1&y=%20#f', '%Y')
SELECT parse_datetime('http://u:p@h.com:80/p/a?x=1&y=%20#f', 'yyyy')
SELECT url_decode('%ff%41'), url_decode('%e2%82%ac+x'), url_decode('%+1'), url_decode('%C3'), url_decode('')
SELECT url_decode('a%4')
SELECT url_decode('%41%4')
SELECT replace(CAST('abc' AS varchar), 'b', 'x'), replace('abc', CAST('b' AS varchar), 'x'), regexp_replace('abc', CAST('b' AS varchar), 'x')
SELECT sequence(DATE '2024-01-31', DATE '2024-05-30', INTERVAL '1' MONTH), sequence(DATE '2024-01-31', DATE '2024-02-29', INTERVAL '1' MONTH)
SELECT sequence(DATE '2024-01-31', DATE '2024-02-01', INTERVAL '-1' MONTH)
SELECT sequence(DATE '2024-01-31', DATE '2024-01-15', INTERVAL '-1' MONTH), sequence(DATE '2024-01-15', DATE '2024-01-31', INTERVAL '3' MONTH)
SELECT sequence(DATE '2024-01-31', DATE '2024-01-15', INTERVAL '1' MONTH)
SELECT sequence(TIMESTAMP '2024-01-31 00:00:00.001', TIMESTAMP '2024-03-31 00:00:00', INTERVAL '1' MONTH), sequence(TIMESTAMP '2024-03-31 00:00:00.001', TIMESTAMP '2024-01-31 00:00:00.002', INTERVAL '-1' MONTH)
SELECT sequence(x, y) FROM (VALUES (DATE '2024-01-01', DATE '2024-01-03'), (DATE '2024-01-03', DATE '2024-01-01'), (NULL, DATE '2024-01-01')) t(x, y)
SELECT parse_datetime('x', 'ab')
SELECT parse_datetime('x', '')
SELECT format_datetime(DATE '1970-01-01', 'UTC')
SELECT format_datetime(DATE '1970-01-01', '')
SELECT TIMESTAMP '1880-01-01 00:00:00 Europe/Paris' = TIMESTAMP '1879-12-31 23:50:39 UTC', TIMESTAMP '1900-01-01 00:00:00 America/New_York' AT TIME ZONE 'UTC', TIMESTAMP '1850-01-01 00:00:00 Asia/Kolkata' AT TIME ZONE 'UTC'
SELECT map_from_entries(ARRAY[ROW(1, 10), ROW(NULL, 20)])
SELECT map_from_entries(ARRAY[ROW(1, 10), ROW(2, 20)]), map_from_entries(NULL), map_from_entries(ARRAY[])
SELECT approx_distinct(x) OVER (ORDER BY y) FROM (VALUES (1, 1), (2, 2), (NULL, 3), (2, 4), (3, 4)) t(x, y)
SELECT approx_distinct(x) OVER (), approx_distinct(x) OVER (ORDER BY y ROWS 1 PRECEDING) FROM (VALUES ('a', 1), ('b', 2), (NULL, 3), ('b', 4), ('c', 5)) t(x, y)
SELECT x, approx_distinct(x % 50) OVER (ORDER BY x) d FROM UNNEST(sequence(1, 60)) t(x)
SELECT timezone_hour(TIMESTAMP '1880-01-01 00:00:00 Europe/Paris'), timezone_minute(TIMESTAMP '1880-01-01 00:00:00 Europe/Paris'), timezone_minute(TIMESTAMP '1880-01-01 00:00:00 America/New_York'), timezone_hour(TIMESTAMP '1880-01-01 00:00:00 America/New_York')
SELECT TIMESTAMP '1880-01-01 00:00:00 America/New_York', hour(TIMESTAMP '1880-01-01 00:00:00 America/New_York')
SELECT date_trunc('day', TIMESTAMP '1880-01-01 10:00:00 America/New_York'), format_datetime(TIMESTAMP '1880-01-01 10:00:00 America/New_York', 'Z ZZ')
SELECT to_iso8601(TIMESTAMP '1880-01-01 10:00:00 America/New_York')
SELECT CAST(TIMESTAMP '1880-01-01 10:00:00 America/New_York' AS varchar), CAST(TIMESTAMP '1880-01-01 10:00:00 America/New_York' AS timestamp)
SELECT array_sort(ARRAY[TIMESTAMP '2024-03-31 01:59:59.999 Europe/Berlin', TIMESTAMP '1880-01-01 00:00:00.000 Europe/Paris'], (x, y) -> IF(x < y, -1, IF(x = y, 0, 1)))
SELECT url_extract_host('+05:30'), url_extract_path('1a:b'), url_extract_protocol('a+b-c.d://h')
-- Windows: what is wrong with them; sums of doubles and aggregates of ours over frames of all kinds.
SELECT count(n) IGNORE NULLS FROM (VALUES 1, 2) t(n)
SELECT first_value(n) IGNORE NULLS FROM (VALUES 1, 2) t(n)
SELECT sum(n) FILTER (WHERE zz) OVER (ORDER BY n) FROM (VALUES 1, 2) t(n)
SELECT sum(zz) OVER (ORDER BY yy) FROM (VALUES 1, 2) t(n)
SELECT sum('a') OVER (ORDER BY yy) FROM (VALUES 1, 2) t(n)
SELECT sum('a') OVER (ORDER BY n ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(DISTINCT n) OVER (ORDER BY n ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(DISTINCT n) FILTER (WHERE true) OVER (ORDER BY n) FROM (VALUES 1, 2) t(n)
SELECT lag(n) IGNORE NULLS OVER () FROM (VALUES 1, 2) t(n)
SELECT lag(DISTINCT n) OVER () FROM (VALUES 1, 2) t(n)
SELECT lag('a', 'b') OVER () FROM (VALUES 1, 2) t(n)
SELECT count(n) RESPECT NULLS OVER () FROM (VALUES 1, 2) t(n)
SELECT upper('a') OVER (ORDER BY zz) FROM (VALUES 1, 2) t(n)
SELECT upper('a') OVER (ORDER BY n) FROM (VALUES 1, 2) t(n)
SELECT upper(1) OVER (ORDER BY n) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ROWS DECIMAL '1' PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ROWS DECIMAL '1.0' PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ROWS BETWEEN 1 PRECEDING AND 1e0 FOLLOWING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY n GROUPS BETWEEN 1 PRECEDING AND 'a' FOLLOWING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (GROUPS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (GROUPS UNBOUNDED PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (GROUPS CURRENT ROW) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (GROUPS 1 PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (RANGE 1 PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY n, n + 1 RANGE 1 PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY 'a' RANGE 1 PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY n RANGE INTERVAL '1' DAY PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY n * INTERVAL '1' DAY RANGE INTERVAL '1' DAY PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY DATE '2020-01-01' RANGE 1 PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY TIME '01:00' RANGE INTERVAL '1' MONTH PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY n RANGE NULL PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY n ROWS NULL PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY n ROWS -1 PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY n RANGE -1 PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY n RANGE x PRECEDING) FROM (VALUES (1, -1), (2, 1)) t(n, x)
SELECT sum(n) OVER (ORDER BY n RANGE x PRECEDING) FROM (VALUES (1, NULL), (2, 1)) t(n, x)
SELECT sum(n) OVER (ORDER BY n RANGE x PRECEDING) FROM (VALUES (1, -1e0), (2, 1e0)) t(n, x)
SELECT sum(n) OVER (ORDER BY n RANGE x PRECEDING) FROM (VALUES (1, nan()), (2, 1e0)) t(n, x)
SELECT sum(n) OVER (ORDER BY n RANGE infinity() PRECEDING) FROM (VALUES 1, 2) t(n)
SELECT sum(n) OVER (ORDER BY d RANGE INTERVAL '1' HOUR PRECEDING) FROM (VALUES (1, DATE '2020-01-01'), (2, DATE '2020-01-02')) t(n, d)
SELECT n, sum(n) OVER (ORDER BY d RANGE INTERVAL '1' MONTH PRECEDING) FROM (VALUES (1, DATE '2020-01-31'), (2, DATE '2020-02-29'), (3, DATE '2020-03-31')) t(n, d)
SELECT n, sum(n) OVER (ORDER BY d RANGE INTERVAL -'1' DAY PRECEDING) FROM (VALUES (1, DATE '2020-01-31'), (2, DATE '2020-02-29'), (3, DATE '2020-03-31')) t(n, d)
SELECT n, sum(n) OVER (ORDER BY n RANGE DECIMAL '0.5' PRECEDING) FROM (VALUES DECIMAL '1.5', DECIMAL '2', DECIMAL '2.1') t(n)
SELECT n, count(*) OVER (ORDER BY n RANGE 9223372036854775807 FOLLOWING) FROM (VALUES BIGINT '1', 2) t(n)
SELECT n, count(*) OVER (ORDER BY n RANGE BETWEEN CURRENT ROW AND 9223372036854775807 FOLLOWING) FROM (VALUES BIGINT '1', 2) t(n)
SELECT n, count(*) OVER (ORDER BY n RANGE BETWEEN CURRENT ROW AND 3 FOLLOWING) FROM (VALUES TINYINT '126', TINYINT '1') t(n)
SELECT n, count(*) OVER (ORDER BY n ROWS BETWEEN CURRENT ROW AND 9223372036854775807 FOLLOWING) FROM (VALUES BIGINT '1', 2) t(n)
SELECT n, count(*) OVER (ORDER BY n ROWS BETWEEN 9223372036854775807 PRECEDING AND 9223372036854775807 FOLLOWING) FROM (VALUES BIGINT '1', 2) t(n)
SELECT n, avg(1e0 * n) OVER (ORDER BY n GROUPS BETWEEN 9223372036854775807 PRECEDING AND 9223372036854775807 FOLLOWING) FROM (VALUES BIGINT '1', 2) t(n)
SELECT lag(n, -1) OVER (ORDER BY n) FROM (VALUES 1) t(n) WHERE n > 1
SELECT nth_value(n, 0) OVER (ORDER BY n) FROM (VALUES 1) t(n) WHERE n > 1
SELECT nth_value(n, 0) OVER (ORDER BY n ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM (VALUES 1) t(n)
SELECT nth_value(n, m) OVER (ORDER BY n ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING) FROM (VALUES (1, 0), (2, 1), (3, 2)) t(n, m)
SELECT nth_value(n, m) OVER (ORDER BY n) FROM (VALUES (1, 0), (2, 1), (3, 2)) t(n, m)
SELECT ntile(0) OVER (ORDER BY n) FROM (VALUES 1) t(n) WHERE n > 1
SELECT sum(n) OVER w FROM (VALUES 1, 2) t(n) WINDOW w AS (ORDER BY n), W AS (ORDER BY n DESC)
SELECT sum(n) OVER (w ORDER BY n) FROM (VALUES 1, 2) t(n) WINDOW w AS (ORDER BY n)
SELECT sum(n) OVER (w PARTITION BY n) FROM (VALUES 1, 2) t(n) WINDOW w AS (ORDER BY n)
SELECT sum(n) OVER (w ORDER BY n) FROM (VALUES 1, 2) t(n) WINDOW w AS (ROWS 1 PRECEDING)
SELECT sum(n) OVER (v) FROM (VALUES 1, 2) t(n) WINDOW w AS (ROWS 1 PRECEDING)
SELECT sum(n) OVER v FROM (VALUES 1, 2) t(n) WINDOW w AS (ORDER BY n), v AS (w ROWS 1 PRECEDING)
SELECT sum(n) OVER w FROM (VALUES 1, 2) t(n) WINDOW w AS (v), v AS (ORDER BY n)
SELECT 1 FROM (VALUES 1, 2) t(n) WINDOW w AS (ORDER BY zz)
SELECT 1 FROM (VALUES 1, 2) t(n) WINDOW w AS (PARTITION BY map(ARRAY[1], ARRAY[2]) ROWS BETWEEN CURRENT ROW AND 1 PRECEDING)
SELECT avg(n) OVER (ORDER BY map(ARRAY[1], ARRAY[n])) FROM (VALUES 1, 2) t(n)
SELECT sum(x) OVER (ORDER BY n), avg(x) OVER (ORDER BY n) FROM (VALUES (1, REAL '3e38'), (2, REAL '3e38')) t(n, x)
SELECT sum(x), avg(x) FROM (VALUES (1, REAL '3e38'), (2, REAL '3e38')) t(n, x)
SELECT avg(x) FROM (VALUES INTERVAL -'0.001' SECOND, INTERVAL -'0.002' SECOND) t(x)
SELECT avg(x) FROM (VALUES INTERVAL -'1' MONTH, INTERVAL -'2' MONTH) t(x)
SELECT avg(n), avg(n) OVER () FROM (VALUES 1, 2) t(n)
SELECT approx_percentile(n, 2e0) OVER (ORDER BY n) FROM (VALUES 1, 2) t(n)
SELECT approx_percentile(n, 0.5e0, 0.1e0) OVER (ORDER BY n) FROM (VALUES 1, 2) t(n)
SELECT try(approx_percentile(n, 2e0) OVER (ORDER BY n)) FROM (VALUES 1, 2) t(n)
SELECT n, avg(n) OVER (ORDER BY n) FROM (VALUES 1e0) t(n) WHERE false
SELECT sum(x) OVER (ORDER BY n ROWS 1 PRECEDING) FROM (VALUES (1, 9223372036854775807), (2, 1), (3, -5)) t(n, x)
SELECT sum(x) OVER (ORDER BY n DESC) FROM (VALUES (1, -5), (2, 1), (3, 9223372036854775807)) t(n, x)
SELECT i, avg(x) OVER (ORDER BY i ROWS 2 PRECEDING) FROM (VALUES (1, 0.1e0), (2, 1e20), (3, 0.3e0), (4, 0.7e0), (5, NULL), (6, 2.5e0)) t(i, x) ORDER BY i
SELECT i, sum(x) OVER (ORDER BY i ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING) FROM (VALUES (1, 0.1e0), (2, infinity()), (3, 0.3e0), (4, 0.7e0), (5, nan()), (6, 2.5e0), (7, 1e0), (8, 2e0), (9, 3e0)) t(i, x) ORDER BY i
SELECT i, sum(x) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), sum(x) OVER (ORDER BY i ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) FROM (VALUES (1, 1e16), (2, 1e0), (3, -1e16), (4, 0.7e0), (5, 0.1e0), (6, 0.2e0)) t(i, x) ORDER BY i
SELECT i, k, approx_percentile(x, 0.5e0) OVER (PARTITION BY k ORDER BY i), sum(x) OVER (PARTITION BY k ORDER BY i), rank() OVER (ORDER BY x DESC), avg(x) OVER (PARTITION BY k) FROM (VALUES (1, 'a', 0.1e0), (2, 'b', 1e20), (3,'a', 0.3e0), (4, 'b', 0.7e0), (5, 'a', NULL), (6, 'b', 2.5e0)) t(i, k, x) ORDER BY i
SELECT k, sum(sum(x)) OVER (ORDER BY k), sum(count(*)) OVER (ORDER BY k), k || 'x', max(x) FROM (VALUES ('a', 0.1e0), ('b', 1e20), ('a', 0.3e0), ('c', 0.7e0), ('a', NULL), ('b', 2.5e0)) t(k, x) GROUP BY k ORDER BY k
SELECT i, x - avg(x) OVER w, try(sum(x) OVER w / (i - 1)) FROM (VALUES (1, 0.1e0), (2, 1e20), (3, 0.3e0), (4, 0.7e0), (5, NULL), (6, 2.5e0)) t(i, x) WINDOW w AS (ORDER BY i) ORDER BY sum(x) OVER w DESC, i
SELECT DISTINCT approx_distinct(x) OVER (PARTITION BY k) d FROM (VALUES ('a', 0.1e0), ('b', 1e20), ('a', 0.3e0), ('c', 0.7e0), ('a', NULL), ('b', 2.5e0)) t(k, x) ORDER BY d
SELECT k, grouping(k), avg(avg(x)) OVER (ORDER BY k), (SELECT 1) + avg(x) FROM (VALUES ('a', 0.1e0), ('b', 1e20), ('a', 0.3e0), ('c', 0.7e0)) t(k, x) GROUP BY ROLLUP (k) ORDER BY k
SELECT * FROM (SELECT t.*, avg(x) OVER (ORDER BY i) a FROM (VALUES (1, 'a', 0.1e0), (2, 'b', 1e20)) t(i, k, x)) WHERE a > 1
SELECT a.k, avg(a.x + b.y) OVER (PARTITION BY a.k ORDER BY b.y ROWS 1 PRECEDING) v FROM (VALUES ('a', 0.1e0), ('b', 0.3e0)) a(k, x) CROSS JOIN (VALUES 1e0, 2e0, 3e0) b(y) ORDER BY a.k, v
SELECT k, k2, avg(x) OVER (PARTITION BY k ORDER BY x ROWS 1 PRECEDING), avg(x) OVER (PARTITION BY k2 ORDER BY x ROWS 1 PRECEDING), avg(x) OVER (PARTITION BY k ORDER BY x ROWS 2 PRECEDING) FROM (VALUES ('a', 'x', 0.1e0), ('b', 'x', 1.7e0), ('a', 'y', 0.3e0), ('c', 'y', 0.7e0), ('a', 'y', 9.1e0)) t(k, k2, x) ORDER BY x
WITH w AS (SELECT k, approx_percentile(x, 0.5e0) OVER (PARTITION BY k ORDER BY x) p FROM (VALUES ('a', 1), ('a', 2), ('b', 3)) t(k, x)) SELECT k, max(p), (SELECT count(*) FROM w) FROM w GROUP BY k ORDER BY k
SELECT x FROM (VALUES 3e0, 1e0, 2e0) t(x) ORDER BY avg(x) OVER (ORDER BY x ROWS 1 PRECEDING) DESC
SELECT count(*) FROM (SELECT avg(x) OVER (ORDER BY x ROWS 1 PRECEDING) FROM (VALUES 3e0, 1e0, 2e0) t(x))
SELECT avg(x) OVER (ORDER BY x ROWS 1 PRECEDING) FROM (SELECT 1e0 WHERE false) t(x)
SELECT 1 FROM (VALUES 1) t(x) WHERE EXISTS (SELECT avg(y) OVER (ORDER BY y ROWS 1 PRECEDING) FROM (VALUES 1e0) u(y))
SELECT approx_percentile(x, 0.5e0) OVER (ORDER BY x), value_at_quantile(tdigest_agg(x) OVER (ORDER BY x), 0.5e0) FROM (VALUES 3e0, 1e0, 2e0) t(x) ORDER BY x
SELECT cardinality(merge(s) OVER (ORDER BY i)), i FROM (SELECT i, approx_set(i) s FROM (VALUES 1, 2, 3) t(i) GROUP BY i) ORDER BY i
SELECT avg(n) FROM (VALUES 9007199254740993, 9007199254740993, 5) t(n)
SELECT count(x), avg(x), x FROM (VALUES REAL '1.5', REAL '1.5') t(x) GROUP BY x
SELECT if(avg(x) OVER (ORDER BY x ROWS 1 PRECEDING) > 1, 'more', 'less') FROM (VALUES 3e0, 1e0, 2e0) t(x) ORDER BY x
SELECT approx_percentile(x, 2e0) OVER (ORDER BY x) FROM (VALUES 3e0, 1e0, 2e0) t(x)
SELECT transform(ARRAY[1, 2], e -> e + x), sum(x) OVER (ORDER BY x ROWS 1 PRECEDING) FROM (VALUES 3e0, 1e0, 2e0) t(x) ORDER BY x
SELECT (SELECT max(y) FROM (VALUES 1e0, 5e0) u(y) WHERE y > x), sum(x) OVER (ORDER BY x ROWS 1 PRECEDING) FROM (VALUES 3e0, 1e0, 2e0) t(x) ORDER BY x
SELECT k, (SELECT max(y) FROM (VALUES ('a', 5e0)) u(l, y) WHERE l = k), sum(sum(x)) OVER (ORDER BY k ROWS 1 PRECEDING) FROM (VALUES ('a', 3e0), ('a', 1e0), ('b', 2e0)) t(k, x) GROUP BY k ORDER BY k
SELECT k, sum(sum(x)) OVER (ORDER BY k ROWS 1 PRECEDING) s FROM (VALUES ('a', 3e0), ('a', 1e0), ('b', 2e0)) t(k, x) GROUP BY k HAVING sum(x) > 1 ORDER BY s DESC LIMIT 1
SELECT i, avg(x) OVER (ORDER BY i ROWS 1 PRECEDING) FROM (VALUES (1, 1e0), (2, 3e0), (3, 4e0)) t(i, x) ORDER BY i OFFSET 1 ROWS FETCH FIRST 1 ROW ONLY
SELECT avg(x) OVER (ORDER BY i ROWS 1 PRECEDING) a FROM (VALUES (1, 1e0), (2, 3e0), (3, 1e0), (4, 3e0)) t(i, x) ORDER BY a DESC FETCH FIRST 1 ROW WITH TIES
SELECT i FROM (VALUES (1, 1e0), (2, 3e0), (3, 1e0)) t(i, x) UNION ALL SELECT CAST(sum(x) OVER (ORDER BY x) AS integer) FROM (VALUES 1e0, 2e0) u(x) ORDER BY 1
SELECT r.a, sum(r.b) OVER (ORDER BY r.a ROWS 1 PRECEDING), sum(cardinality(l) * 1e0) OVER (ORDER BY r.a ROWS 1 PRECEDING) FROM (VALUES (CAST(ROW(1, 2e0) AS ROW(a integer, b double)), ARRAY[1]), (CAST(ROW(2, 3e0) AS ROW(a integer, b double)), ARRAY[1, 2])) t(r, l) ORDER BY r.a
SELECT x, sum(y) OVER (ORDER BY x ROWS 1 PRECEDING) FROM (VALUES (1, 2e0), (2, 3e0)) t(x, y) JOIN (VALUES (1), (2)) u(x) USING (x) ORDER BY x
SELECT sum(e) OVER (ORDER BY e ROWS 1 PRECEDING) FROM (VALUES ARRAY[1e0, 2e0, 3e0]) t(l) CROSS JOIN UNNEST(l) u(e) ORDER BY 1
SELECT sum(x) OVER (PARTITION BY m ORDER BY x ROWS 1 PRECEDING) FROM (VALUES (ARRAY[1], 1e0), (ARRAY[1], 2e0), (ARRAY[2], 4e0), (NULL, 8e0), (NULL, 16e0)) t(m, x) ORDER BY 1
SELECT sum(x) OVER (PARTITION BY y ORDER BY x ROWS 1 PRECEDING) FROM (VALUES (nan(), 1e0), (nan(), 2e0), (0e0, 4e0), (-0e0, 8e0), (NULL, 16e0)) t(y, x) ORDER BY 1
SELECT covar_pop(x, x), sum(x) FROM (VALUES REAL '3e38', REAL '-3e38', REAL '3e38', REAL '3e38') t(x)
SELECT i, sum(x) OVER (ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), avg(x) OVER (ORDER BY i DESC RANGE 1.5e0 PRECEDING) FROM (VALUES (0, DOUBLE '1'), (1, NULL), (2, 0.1e0), (3, NULL), (4, -1e300)) t(i, x) ORDER BY i
SELECT i, avg(r) OVER (PARTITION BY k ORDER BY i NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), avg(n) OVER (PARTITION BY k ORDER BY i DESC ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) FROM (VALUES (0, NULL, REAL '1', BIGINT '5'), (1, 'a', REAL '7', 1), (2, 'c', REAL '2.5', 1), (3, 'b', REAL '0.1', NULL), (4, NULL, NULL, 2), (5, 'c', REAL '-1e20', 9007199254740993)) t(i, k, r, n) ORDER BY i
SELECT i, stddev(x) OVER (PARTITION BY k ORDER BY i DESC GROUPS UNBOUNDED PRECEDING), sum(x) OVER (PARTITION BY o ORDER BY i DESC NULLS FIRST ROWS BETWEEN off PRECEDING AND 1 FOLLOWING) FROM (VALUES (0, NULL, 3, DOUBLE '1', 3), (1, 'b', 3, NULL, 2), (2, 'b', 5, 1e16, 3), (3, 'a', 1, -1e300, 2), (4, 'c', 3, 2.5e0, 0), (5, 'b', 2, 7e0, 2)) t(i, k, o, x, off) ORDER BY i
SELECT i, avg(x) OVER (ORDER BY i DESC NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), sum(x) OVER (PARTITION BY k ORDER BY i DESC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES (0, 'b', DOUBLE '1'), (1, 'b', 0.3e0), (2, 'a', -0e0), (3, 'b', 1e16), (4, NULL, 123456.789e0)) t(i, k, x) ORDER BY i
SELECT i, sum(r) OVER (PARTITION BY k, b ORDER BY i RANGE BETWEEN off PRECEDING AND CURRENT ROW), avg(r) OVER (PARTITION BY k, b ORDER BY i) FROM (VALUES (0, NULL, REAL '1', true, 1), (1, 'c', REAL '2.5', false, 2), (2, 'c', REAL '7', false, 3), (3, 'c', NULL, false, 3), (4, 'b', REAL '-1e20', false, 1), (5, 'a', REAL '0.1', true, 2), (6, 'a', REAL '7', false, 3)) t(i, k, r, b, off) ORDER BY i
SELECT i, sum(x) OVER (PARTITION BY k ORDER BY i), stddev(x) OVER (ORDER BY i RANGE BETWEEN off PRECEDING AND 1 FOLLOWING) FROM (VALUES (0, 'a', DOUBLE '1', 3), (1, 'c', NULL, 2), (2, 'b', 1e-9, 3), (3, 'b', 5e-324, 1), (4, 'a', 123456.789e0, 3), (5, 'b', 123456.789e0, 3), (6, 'a', -1e16, 2)) t(i, k, x, off) ORDER BY i
SELECT i, avg(r) OVER (PARTITION BY k ORDER BY i), stddev(x) OVER (PARTITION BY o ORDER BY i NULLS LAST) FROM (VALUES (0, 'b', 5, DOUBLE '1', REAL '1'), (1, 'b', 4, -2.5e0, REAL '-1e20'), (2, 'b', 4, -0e0, REAL '2.5'), (3, NULL, 2, 1e16, REAL '7'), (4, 'b', 4, 0e0, REAL '7'), (5, 'a', 5, 1e-9, REAL '3.3'), (6, 'b', 0, 33.3e0, NULL)) t(i, k, o, x, r) ORDER BY i
SELECT i, sum(r) OVER (PARTITION BY k ORDER BY i ROWS BETWEEN 2 PRECEDING AND CURRENT ROW), stddev(x) OVER (PARTITION BY k, b ORDER BY i DESC GROUPS CURRENT ROW) FROM (VALUES (0, 'b', DOUBLE '1', REAL '1', true), (1, 'b', 5e-324, REAL '-1e20', false), (2, NULL, -1e300, REAL '1e20', true), (3, 'a', -1e300, REAL '1e20', NULL), (4, 'a', 5e-324, REAL '1e20', false), (5, 'b', -2.5e0, REAL '-1e20', true)) t(i, k, x, r, b) ORDER BY i
SELECT i, sum(r) OVER (PARTITION BY k, b ORDER BY i NULLS FIRST), sum(x) OVER (PARTITION BY k ORDER BY i) FROM (VALUES (0, 'b', DOUBLE '1', REAL '1', true), (1, 'a', NULL, REAL '0.1', true), (2, 'b', 0.3e0, REAL '2.5', true), (3, 'b', 123456.789e0, REAL '3.3', true), (4, 'a', -2.5e0, NULL, false)) t(i, k, x, r, b) WHERE i > 2 ORDER BY i
SELECT i, avg(r) OVER (PARTITION BY o ORDER BY i DESC ROWS BETWEEN CURRENT ROW AND off * 2 FOLLOWING), sum(x) OVER (PARTITION BY k ORDER BY i RANGE UNBOUNDED PRECEDING) FROM (VALUES (0, 'b', 5, DOUBLE '1', REAL '1', 1), (1, NULL, 5, 1e-9, REAL '2.5', 3), (2, NULL, 5, 1e-9, REAL '3.3', 3), (3, 'c', 1, NULL, REAL '3.3', 1), (4, NULL, NULL, NULL, REAL '0.1', 3), (5, 'a', 4, 0.1e0, REAL '1e20', 2), (6, 'b', 1, -2.5e0, REAL '3.3', 2)) t(i, k, o, x, r, off) ORDER BY i
SELECT i, sum(x) OVER (ORDER BY i DESC), sum(x) OVER (PARTITION BY b ORDER BY i ROWS BETWEEN 0 PRECEDING AND 3 PRECEDING) FROM (VALUES (0, DOUBLE '1', true), (1, 1e16, false), (2, 1e-9, NULL), (3, 0e0, NULL), (4, -2.5e0, false)) t(i, x, b) ORDER BY i
SELECT i, sum(x) OVER (PARTITION BY k, b ORDER BY i NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND 3 PRECEDING), sum(x) OVER (PARTITION BY k, b ORDER BY i RANGE BETWEEN DECIMAL '1.5' PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES (0, NULL, DOUBLE '1', true), (1, 'b', 1e300, true), (2, 'b', -0e0, false), (3, 'b', -0e0, false), (4, 'b', 0.1e0, false), (5, 'a', -0e0, true), (6, 'b', NULL, true)) t(i, k, x, b) ORDER BY i
SELECT i, avg(r) OVER (ORDER BY i RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING), avg(x) OVER (ORDER BY i GROUPS BETWEEN UNBOUNDED PRECEDING AND off * 2 FOLLOWING) FROM (VALUES (0, DOUBLE '1', REAL '1', 2), (1, 5e-324, REAL '1e20', 0), (2, NULL, REAL '7', 2), (3, 33.3e0, REAL '2.5', 3), (4, 0.3e0, REAL '-1e20', 2), (5, -1e16, NULL, 0)) t(i, x, r, off) ORDER BY i
SELECT i, sum(x) OVER (PARTITION BY k, b ORDER BY i NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), avg(r) OVER (PARTITION BY b ORDER BY i DESC ROWS BETWEEN i PRECEDING AND i FOLLOWING) FROM (VALUES (0, 'b', DOUBLE '1', REAL '1', true), (1, 'b', 3.7e0, REAL '0.1', true), (2, NULL, 2.5e0, REAL '2.5', false), (3, 'c', 3.7e0, REAL '7', NULL), (4, 'b', 123456.789e0, NULL, true)) t(i, k, x, r, b) ORDER BY i
SELECT i, avg(r) OVER (ORDER BY i DESC NULLS LAST), sum(x) OVER (ORDER BY i DESC NULLS LAST GROUPS BETWEEN CURRENT ROW AND 0 FOLLOWING) FROM (VALUES (0, DOUBLE '1', REAL '1'), (1, NULL, REAL '1e20'), (2, 1e-9, NULL), (3, -0e0, REAL '7'), (4, NULL, REAL '0.1')) t(i, x, r) ORDER BY i
SELECT i, sum(r) OVER (PARTITION BY k ORDER BY i DESC), avg(n) OVER (ORDER BY i NULLS FIRST GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM (VALUES (0, 'a', REAL '1', BIGINT '5'), (1, 'b', REAL '7', 3), (2, 'a', REAL '2.5', 1), (3, 'c', NULL, -7), (4, 'c', REAL '0.1', 3), (5, 'a', REAL '7', 2)) t(i, k, r, n) ORDER BY i
SELECT i, sum(x) OVER (PARTITION BY k ORDER BY i DESC NULLS FIRST ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING), stddev(x) OVER (PARTITION BY k, b ORDER BY i DESC NULLS LAST) FROM (VALUES (0, NULL, DOUBLE '1', true), (1, 'b', 123456.789e0, true), (2, 'c', 0.1e0, false), (3, NULL, 7e0, true), (4, 'c', 0.2e0, true)) t(i, k, x, b) ORDER BY i
SELECT i, avg(x) OVER (PARTITION BY k, b ORDER BY i DESC NULLS LAST ROWS BETWEEN CURRENT ROW AND off * 2 FOLLOWING), sum(x) OVER (ORDER BY i DESC) FROM (VALUES (0, 'b', DOUBLE '1', true, 3), (1, NULL, -1e300, false, 1), (2, 'b', 0e0, false, 0), (3, NULL, 123456.789e0, false, 1), (4, 'b', NULL, false, 0), (5, 'a', -1e300, false, 3)) t(i, k, x, b, off) ORDER BY i
SELECT i, avg(n) OVER (PARTITION BY o ORDER BY i NULLS FIRST ROWS 0 PRECEDING), sum(x) OVER (ORDER BY i DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 0 PRECEDING) FROM (VALUES (0, NULL, DOUBLE '1', BIGINT '5'), (1, 3, NULL, 2), (2, 5, 0e0, 3), (3, 2, 2.5e0, 9007199254740993), (4, 0, 33.3e0, NULL)) t(i, o, x, n) ORDER BY i
SELECT i, sum(x) OVER (PARTITION BY o ORDER BY i DESC NULLS FIRST), sum(x) OVER (PARTITION BY k, b ORDER BY i NULLS LAST) FROM (VALUES (0, 'a', NULL, DOUBLE '1', true), (1, 'b', 5, 5e-324, false), (2, 'b', 0, 7e0, true), (3, 'a', NULL, 0.2e0, false), (4, 'a', 4, 0.3e0, false), (5, 'b', NULL, 0.2e0, NULL), (6, 'b', NULL, 123456.789e0, false)) t(i, k, o, x, b) ORDER BY i
SELECT i, avg(r) OVER (PARTITION BY k ORDER BY i NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), sum(x) OVER (PARTITION BY b ORDER BY i ROWS BETWEEN CURRENT ROW AND 0 FOLLOWING) FROM (VALUES (0, 'b', DOUBLE '1', REAL '1', true), (1, 'b', -2.5e0, REAL '0.1', NULL), (2, 'b', 0.3e0, REAL '7', true), (3, NULL, 123456.789e0, REAL '1e20', false), (4, 'c', NULL, REAL '7', false), (5, 'c', 7e0, REAL '0.1', NULL)) t(i, k, x, r, b) ORDER BY i
SELECT i, sum(r) OVER (ORDER BY i DESC NULLS FIRST RANGE BETWEEN off + 1 FOLLOWING AND 1 FOLLOWING), avg(n) OVER (PARTITION BY k, b ORDER BY i DESC ROWS BETWEEN 0 FOLLOWING AND UNBOUNDED FOLLOWING) FROM (VALUES (0, 'b', REAL '1', BIGINT '5', true, 2), (1, 'c', REAL '2.5', 2, true, 1), (2, 'a', REAL '2.5', 9007199254740993, false, 2), (3, NULL, REAL '1e20', 3, true, 3), (4, 'a', REAL '0.1', -7, true, 0), (5, 'c', REAL '0.1', NULL, false, 3), (6, 'c', REAL '3.3', 9007199254740993, false, 3)) t(i, k, r, n, b, off) ORDER BY i
SELECT i, stddev(x) OVER (PARTITION BY b ORDER BY i DESC NULLS LAST GROUPS BETWEEN UNBOUNDED PRECEDING AND 0 FOLLOWING), avg(r) OVER (ORDER BY i NULLS LAST ROWS BETWEEN CURRENT ROW AND off FOLLOWING) FROM (VALUES (0, DOUBLE '1', REAL '1', true, 2), (1, 123456.789e0, REAL '2.5', true, 1), (2, 123456.789e0, REAL '-1e20', true, 1), (3, 0.2e0, REAL '0.1', true, 1), (4, 3.7e0, REAL '3.3', true, 2), (5, -1e300, REAL '7', true, 2), (6, 1e-9, REAL '-1e20', false, 3)) t(i, x, r, b, off) ORDER BY i
SELECT i, avg(r) OVER (ORDER BY i NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), sum(r) OVER (ORDER BY i DESC NULLS LAST ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM (VALUES (0, REAL '1'), (1, REAL '0.1'), (2, REAL '2.5'), (3, REAL '7'), (4, REAL '0.1'), (5, NULL), (6, REAL '-1e20')) t(i, r) ORDER BY i
SELECT i, avg(n) OVER (ORDER BY i NULLS FIRST GROUPS UNBOUNDED PRECEDING), stddev(x) OVER (ORDER BY i RANGE CURRENT ROW) FROM (VALUES (0, DOUBLE '1', BIGINT '5'), (1, -2.5e0, 1), (2, 0e0, NULL), (3, 0.2e0, 3), (4, -1e16, -7)) t(i, x, n) ORDER BY i
SELECT i, stddev(x) OVER (PARTITION BY o ORDER BY i ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING), sum(r) OVER (ORDER BY i NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND off * 2 FOLLOWING) FROM (VALUES (0, 3, DOUBLE '1', REAL '1', 3), (1, NULL, NULL, REAL '1e20', 3), (2, 3, 3.7e0, NULL, 3), (3, 3, 33.3e0, REAL '1e20', 3), (4, 5, 1e16, NULL, 2), (5, 0, NULL, REAL '0.1', 1)) t(i, o, x, r, off) ORDER BY i
SELECT i, avg(r) OVER (ORDER BY i DESC NULLS LAST), avg(n) OVER (PARTITION BY k ORDER BY i NULLS FIRST RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES (0, 'c', REAL '1', BIGINT '5'), (1, 'c', REAL '7', NULL), (2, 'c', NULL, NULL), (3, 'c', REAL '1e20', 9007199254740993), (4, 'a', REAL '-1e20', 2)) t(i, k, r, n) ORDER BY i
SELECT i, avg(r) OVER (PARTITION BY k, b ORDER BY i NULLS FIRST), sum(x) OVER (ORDER BY i NULLS FIRST GROUPS BETWEEN UNBOUNDED PRECEDING AND i PRECEDING) FROM (VALUES (0, 'a', DOUBLE '1', REAL '1', true), (1, 'b', 1e-9, REAL '-1e20', true), (2, NULL, 33.3e0, REAL '1e20', false), (3, 'b', -1e16, NULL, false), (4, NULL, 0e0, REAL '-1e20', true), (5, 'c', 1e-9, NULL, false), (6, 'b', -1e16, REAL '1e20', true)) t(i, k, x, r, b) ORDER BY i
SELECT i, sum(x) OVER (PARTITION BY k, b ORDER BY i DESC), sum(x) OVER (PARTITION BY o ORDER BY i NULLS LAST) FROM (VALUES (0, 'b', 1, DOUBLE '1', true), (1, NULL, 2, -1e16, false), (2, 'a', NULL, 5e-324, false), (3, 'a', 3, 1e16, NULL), (4, NULL, NULL, NULL, false), (5, 'c', 5, 0.1e0, false)) t(i, k, o, x, b) ORDER BY i
SELECT i, sum(x) OVER (PARTITION BY o ORDER BY i NULLS FIRST ROWS 1 PRECEDING), avg(r) OVER (ORDER BY i ROWS BETWEEN CURRENT ROW AND off * 2 FOLLOWING) FROM (VALUES (0, 3, DOUBLE '1', REAL '1', 0), (1, 0, 0e0, REAL '7', 2), (2, 0, -1e16, REAL '1e20', 3), (3, 2, NULL, REAL '2.5', 2), (4, 4, -1e16, REAL '0.1', 0)) t(i, o, x, r, off) ORDER BY i
SELECT i, sum(x) OVER (PARTITION BY k, b ORDER BY i NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND 2 PRECEDING), stddev(x) OVER (PARTITION BY k ORDER BY i NULLS LAST ROWS BETWEEN i PRECEDING AND CURRENT ROW) FROM (VALUES (0, 'b', DOUBLE '1', true), (1, 'a', 7e0, false), (2, 'b', 0e0, true), (3, NULL, NULL, true), (4, 'a', 0.1e0, true), (5, 'a', NULL, true)) t(i, k, x, b) ORDER BY i
SELECT i, covar_samp(n, o) OVER (ORDER BY i NULLS FIRST), min(n) OVER (PARTITION BY k ORDER BY i NULLS LAST) FROM (VALUES (0, 'c', NULL, BIGINT '5'), (1, 'a', 0, NULL), (2, 'b', 2, 1), (3, 'a', 5, 3), (4, NULL, NULL, 1), (5, 'c', 1, 2)) t(i, k, o, n) ORDER BY i
SELECT i, stddev(o) OVER (PARTITION BY k ORDER BY o DESC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), sum(x * 2) OVER (ORDER BY i DESC NULLS FIRST RANGE BETWEEN CURRENT ROW AND 2 FOLLOWING) FROM (VALUES (0, 'a', 0, DOUBLE '1'), (1, 'b', NULL, -1e300), (2, 'c', NULL, 123456.789e0), (3, 'b', NULL, 1e300), (4, 'c', NULL, 0e0)) t(i, k, o, x) ORDER BY i
SELECT i, approx_percentile(o, ARRAY[0.1e0, 0.9e0]) OVER (PARTITION BY k ORDER BY i NULLS LAST GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW), sum(n) OVER (PARTITION BY k ORDER BY i DESC) FROM (VALUES (0, 'a', 2, BIGINT '5'), (1, 'b', NULL, 2), (2, 'b', 5, 9007199254740993), (3, 'c', 1, 9007199254740993), (4, 'a', 5, 1)) t(i, k, o, n) ORDER BY i
SELECT i, approx_distinct(n) OVER (PARTITION BY k, b ORDER BY i ROWS BETWEEN i PRECEDING AND off * 2 FOLLOWING), numeric_histogram(2, o) OVER (PARTITION BY o ORDER BY i GROUPS BETWEEN UNBOUNDED PRECEDING AND off * 2 FOLLOWING) FROM (VALUES (0, 'c', NULL, BIGINT '5', true, 2), (1, NULL, 1, 1, true, 0), (2, 'a', 5, 3, true, 0), (3, 'a', 1, BIGINT '4611686018427387904', false, 1), (4, 'a', 1, 2, true, 2)) t(i, k, o, n, b, off) ORDER BY i
SELECT i, bool_and(b) OVER (PARTITION BY b ORDER BY i RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), avg(o) OVER (ORDER BY n NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND off PRECEDING) FROM (VALUES (0, NULL, BIGINT '5', true, 3), (1, NULL, 1, true, 1), (2, 4, 9007199254740993, true, 1), (3, NULL, 3, true, 3), (4, 2, 2, true, 0), (5, 3, 1, false, 2)) t(i, o, n, b, off) ORDER BY i
SELECT i, bitwise_or_agg(o) OVER (ORDER BY i NULLS FIRST ROWS BETWEEN 2 FOLLOWING AND UNBOUNDED FOLLOWING), bitwise_or_agg(o) OVER (ORDER BY i) FROM (VALUES (0, 2), (1, 2), (2, NULL), (3, 2), (4, 1), (5, 0), (6, 2)) t(i, o) ORDER BY i
SELECT i, dense_rank() OVER (PARTITION BY k, b ORDER BY s DESC NULLS FIRST RANGE BETWEEN off + 1 FOLLOWING AND UNBOUNDED FOLLOWING), avg(d) OVER (PARTITION BY k, b ORDER BY n GROUPS BETWEEN 0 PRECEDING AND CURRENT ROW) FROM (VALUES (0, 'c', BIGINT '5', DECIMAL '1.00', 'q', true, 1), (1, 'b', BIGINT '4611686018427387904', DECIMAL '0.01', '', true, 1), (2, NULL, 9007199254740993, DECIMAL '99.99', 'y', false, 2), (3, NULL, 2, DECIMAL '1.25', '', false, 1), (4, 'b', 1, DECIMAL '99.99', 'x', NULL, 2), (5, NULL, 9007199254740993, DECIMAL '1.25', 'y', false, 1), (6, NULL, 2, DECIMAL '1.25', 'y', true, 3)) t(i, k, n, d, s, b, off) ORDER BY i
SELECT i, histogram(s) OVER (ORDER BY i NULLS FIRST ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), avg(o) OVER (PARTITION BY k ORDER BY s NULLS FIRST RANGE BETWEEN off + 1 PRECEDING AND 1.5e0 FOLLOWING) FROM (VALUES (0, 'a', 3, 'q', 1), (1, 'c', 3, 'y', 0), (2, 'b', 0, 'y', 1), (3, 'b', 5, NULL, 0), (4, 'c', NULL, '', 0), (5, 'c', 5, 'w', 3)) t(i, k, o, s, off) ORDER BY i
SELECT i, count_if(b) OVER (ORDER BY i NULLS LAST ROWS BETWEEN CURRENT ROW AND 0 FOLLOWING), any_value(n) OVER (PARTITION BY k ORDER BY i RANGE BETWEEN 2 FOLLOWING AND 1 FOLLOWING) FROM (VALUES (0, 'b', BIGINT '5', true), (1, NULL, 3, false), (2, 'a', BIGINT '4611686018427387904', false), (3, 'c', 2, true), (4, 'b', 1, true), (5, 'a', 1, true)) t(i, k, n, b) ORDER BY i
SELECT i, min(n, 2) OVER (PARTITION BY k, b ORDER BY i NULLS FIRST RANGE BETWEEN DECIMAL '1.5' PRECEDING AND CURRENT ROW), cume_dist() OVER (ORDER BY x DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 2 FOLLOWING) FROM (VALUES (0, 'a', DOUBLE '1', BIGINT '5', true), (1, 'c', 2.5e0, 9007199254740993, NULL), (2, 'c', infinity(), 2, false), (3, 'b', 3.7e0, 2, false), (4, 'c', 33.3e0, 3, true)) t(i, k, x, n, b) ORDER BY i
SELECT i, sum(x * 2) OVER (PARTITION BY k ORDER BY i), variance(n) OVER (ORDER BY i DESC) FROM (VALUES (0, 'a', DOUBLE '1', BIGINT '5'), (1, 'c', 33.3e0, 9007199254740993), (2, 'c', 2.5e0, 3), (3, 'c', nan(), 2), (4, 'c', -1e300, -7), (5, 'c', 5e-324, -7)) t(i, k, x, n) ORDER BY i
SELECT i, arbitrary(s) OVER (PARTITION BY k ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND 0 FOLLOWING), stddev_pop(n) OVER (PARTITION BY b ORDER BY i NULLS LAST) FROM (VALUES (0, 'c', BIGINT '5', 'q', true), (1, NULL, 3, NULL, false), (2, 'b', NULL, 'x', true), (3, 'b', -7, 'x', false), (4, 'b', 3, 'zz', false), (5, 'a', 2, NULL, true)) t(i, k, n, s, b) ORDER BY i
SELECT i, corr(x, n) OVER (PARTITION BY k ORDER BY i), min(dt) OVER (PARTITION BY o ORDER BY i) FROM (VALUES (0, 'c', 5, DOUBLE '1', BIGINT '5', DATE '2020-01-11'), (1, 'b', 5, 3.7e0, 2, DATE '2020-01-15'), (2, 'b', 0, 5e-324, 3, DATE '2020-01-20'), (3, 'c', 1, 0.2e0, 3, DATE '2020-01-16'), (4, 'c', 3, -1e16, 2, DATE '2020-01-06'), (5, 'a', 1, -1e300, -7, DATE '2020-01-18'), (6, NULL, NULL, 0.1e0, -7, DATE '2020-01-02')) t(i, k, o, x, n, dt) ORDER BY i
SELECT i, min(dt) OVER (ORDER BY i NULLS FIRST GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), approx_distinct(n) OVER (ORDER BY i ROWS BETWEEN CURRENT ROW AND off * 2 FOLLOWING) FROM (VALUES (0, BIGINT '5', DATE '2020-01-10', 3), (1, 1, DATE '2020-01-03', 1), (2, 1, DATE '2020-01-10', 0), (3, -7, DATE '2020-01-10', 0), (4, 3, DATE '2020-01-02', 1)) t(i, n, dt, off) ORDER BY i
SELECT i, max_by(x, x) OVER (PARTITION BY b ORDER BY i DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), bitwise_or_agg(o) OVER (PARTITION BY k, b ORDER BY i NULLS FIRST GROUPS BETWEEN UNBOUNDED PRECEDING AND off FOLLOWING) FROM (VALUES (0, 'c', 5, DOUBLE '1', true, 1), (1, 'a', 3, NULL, true, 3), (2, 'a', NULL, 0.2e0, true, 3), (3, 'b', 0, 0e0, true, 1), (4, 'c', 5, 33.3e0, false, 0)) t(i, k, o, x, b, off) ORDER BY i
SELECT i, corr(x, n) OVER (PARTITION BY b ORDER BY i ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING), arbitrary(s) OVER (ORDER BY i) FROM (VALUES (0, DOUBLE '1', BIGINT '5', 'q', true), (1, -2.5e0, NULL, NULL, true), (2, 7e0, 1, 'w', true), (3, 33.3e0, 9007199254740993, '', true), (4, 0.2e0, 2, 'zz', true)) t(i, x, n, s, b) ORDER BY i
SELECT i, count(*) OVER (ORDER BY i NULLS LAST ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING), every(b) OVER (ORDER BY i NULLS FIRST GROUPS BETWEEN CURRENT ROW AND 2 FOLLOWING) FROM (VALUES (0, true), (1, NULL), (2, false), (3, NULL), (4, false), (5, true)) t(i, b) ORDER BY i
SELECT i, avg(d) OVER (PARTITION BY o ORDER BY dt NULLS FIRST), sum(CASE WHEN b THEN x END) OVER (ORDER BY i NULLS LAST RANGE BETWEEN CURRENT ROW AND CURRENT ROW) FROM (VALUES (0, 1, DOUBLE '1', DECIMAL '1.00', true, DATE '2020-01-20'), (1, 1, -0e0, DECIMAL '0.01', false, DATE '2020-01-12'), (2, 1, -1e16, DECIMAL '99.99', false, DATE '2020-01-10'), (3, 0, 1e16, DECIMAL '99.99', false, DATE '2020-01-02'), (4, 2, 7e0, DECIMAL '0.01', true, DATE '2020-01-13'), (5, NULL, 0.1e0, NULL, NULL, DATE '2020-01-15'), (6, 0, 0.3e0, DECIMAL '0.01', false, DATE '2020-01-16')) t(i, o, x, d, b, dt) WHERE i > 2 ORDER BY i
SELECT i, kurtosis(x) OVER (ORDER BY i NULLS FIRST), bool_or(b) OVER (ORDER BY i DESC ROWS BETWEEN 3 PRECEDING AND 0 FOLLOWING) FROM (VALUES (0, DOUBLE '1', true), (1, 0.2e0, NULL), (2, -1e300, NULL), (3, 123456.789e0, true), (4, 1e16, true), (5, NULL, true)) t(i, x, b) WHERE i > 2 ORDER BY i
SELECT i, avg(d) OVER (ORDER BY i), every(b) OVER (PARTITION BY k ORDER BY i DESC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND off FOLLOWING) FROM (VALUES (0, 'a', DECIMAL '1.00', true, 3), (1, 'b', DECIMAL '0.01', true, 0), (2, NULL, DECIMAL '0.01', false, 0), (3, NULL, DECIMAL '1.25', false, 1), (4, 'c', DECIMAL '-3.50', true, 2)) t(i, k, d, b, off) ORDER BY i
SELECT i, min(x) OVER (PARTITION BY b ORDER BY i DESC NULLS FIRST GROUPS BETWEEN UNBOUNDED PRECEDING AND i PRECEDING), max(o, 2) OVER (ORDER BY i NULLS LAST RANGE BETWEEN off PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES (0, 1, DOUBLE '1', true, 3), (1, 2, 1e16, false, 0), (2, 0, NULL, NULL, 3), (3, 5, 0.1e0, true, 3), (4, 3, 0e0, true, 3)) t(i, o, x, b, off) ORDER BY i
SELECT i, checksum(n) OVER (PARTITION BY k ORDER BY dt NULLS FIRST GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), count(*) OVER (PARTITION BY k ORDER BY i NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING) FROM (VALUES (0, 'b', BIGINT '5', DATE '2020-01-07'), (1, 'c', -7, DATE '2020-01-14'), (2, 'c', 3, DATE '2020-01-05'), (3, 'a', 9007199254740993, DATE '2020-01-09'), (4, 'c', -7, DATE '2020-01-06')) t(i, k, n, dt) ORDER BY i
SELECT i, bool_and(b) OVER (PARTITION BY b ORDER BY i NULLS FIRST), entropy(o) OVER (PARTITION BY k ORDER BY i DESC GROUPS BETWEEN off FOLLOWING AND 3 FOLLOWING) FROM (VALUES (0, 'a', 3, true, 3), (1, NULL, 1, false, 2), (2, 'a', 0, false, 1), (3, 'c', NULL, false, 1), (4, 'c', NULL, true, 0), (5, 'a', 5, true, 2)) t(i, k, o, b, off) ORDER BY i
SELECT i, sum(o) OVER (PARTITION BY o ORDER BY o NULLS FIRST GROUPS BETWEEN 1 PRECEDING AND UNBOUNDED FOLLOWING), min(x) OVER (ORDER BY x DESC NULLS LAST) FROM (VALUES (0, 1, DOUBLE '1'), (1, 2, -1e300), (2, NULL, 0.2e0), (3, 1, 0.1e0), (4, 5, -2.5e0), (5, 2, NULL), (6, 4, 0e0)) t(i, o, x) ORDER BY i
SELECT i, bitwise_or_agg(o) OVER (ORDER BY i DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 0 PRECEDING), approx_most_frequent(2, o, 2) OVER (PARTITION BY k ORDER BY i RANGE DECIMAL '1.5' PRECEDING) FROM (VALUES (0, 'c', 4), (1, 'b', 4), (2, 'a', 4), (3, 'b', NULL), (4, 'b', 4), (5, 'a', 3)) t(i, k, o) ORDER BY i
SELECT i, count(*) OVER (ORDER BY i DESC GROUPS BETWEEN i PRECEDING AND 2 FOLLOWING), stddev_pop(n) OVER (PARTITION BY k ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND off * 2 FOLLOWING) FROM (VALUES (0, 'a', BIGINT '5', 3), (1, 'c', -7, 3), (2, NULL, 1, 0), (3, 'b', 9007199254740993, 1), (4, 'b', 3, 2)) t(i, k, n, off) ORDER BY i
SELECT i, rank() OVER (ORDER BY dt NULLS FIRST RANGE BETWEEN INTERVAL '3' DAY PRECEDING AND UNBOUNDED FOLLOWING), avg(o) OVER (PARTITION BY k ORDER BY dt NULLS FIRST GROUPS BETWEEN UNBOUNDED PRECEDING AND off * 2 PRECEDING) FROM (VALUES (0, 'a', 5, DATE '2020-01-02', 0), (1, 'c', 0, DATE '2020-01-12', 3), (2, 'c', NULL, DATE '2020-01-14', 1), (3, 'a', 3, DATE '2020-01-05', 0), (4, 'b', 2, DATE '2020-01-07', 3), (5, 'c', 5, DATE '2020-01-06', 3)) t(i, k, o, dt, off) ORDER BY i
SELECT i, count(x) OVER (ORDER BY n NULLS FIRST), max(o, 2) OVER (PARTITION BY k ORDER BY i RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES (0, 'c', 5, DOUBLE '1', BIGINT '5'), (1, 'a', 2, 123456.789e0, 9007199254740993), (2, 'c', 0, 0.1e0, BIGINT '4611686018427387904'), (3, 'b', 1, 1e-9, 1), (4, 'a', 4, 1e16, BIGINT '4611686018427387904'), (5, 'b', 2, 3.7e0, -7)) t(i, k, o, x, n) ORDER BY i
SELECT i, avg(x + off) OVER (PARTITION BY k ORDER BY i RANGE BETWEEN off PRECEDING AND UNBOUNDED FOLLOWING), approx_percentile(o, off + 1, 0.7e0) OVER (PARTITION BY b ORDER BY i ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM (VALUES (0, NULL, 5, DOUBLE '1', true, 1), (1, NULL, NULL, -1e16, false, 1), (2, 'b', 0, 0e0, true, 2), (3, 'b', 3, 0e0, false, 2), (4, 'c', NULL, 3.7e0, false, 3), (5, 'c', 3, 0.1e0, false, 0)) t(i, k, o, x, b, off) ORDER BY i
SELECT i, map_union(map(ARRAY[i], ARRAY[s])) OVER (PARTITION BY o ORDER BY i ROWS UNBOUNDED PRECEDING), bitwise_or_agg(o) OVER (ORDER BY i NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) FROM (VALUES (0, 5, 'q'), (1, 2, 'y'), (2, 2, 'x'), (3, 5, 'x'), (4, 1, 'zz'), (5, 5, 'zz')) t(i, o, s) WHERE i > 2 ORDER BY i
SELECT i, sum(r) OVER (ORDER BY i NULLS LAST RANGE BETWEEN 0 PRECEDING AND UNBOUNDED FOLLOWING), variance(n) OVER (ORDER BY i DESC NULLS LAST ROWS BETWEEN 3 FOLLOWING AND 2 FOLLOWING) FROM (VALUES (0, REAL '1', BIGINT '5'), (1, REAL '0.1', -7), (2, REAL '0.1', 1), (3, REAL '0.1', 9007199254740993), (4, NULL, 3), (5, REAL '3.3', 9007199254740993)) t(i, r, n) WHERE i > 2 ORDER BY i
SELECT i, count(x) OVER (ORDER BY x DESC NULLS LAST GROUPS BETWEEN UNBOUNDED PRECEDING AND 3 FOLLOWING), max_by(x, x) OVER (ORDER BY i NULLS FIRST) FROM (VALUES (0, DOUBLE '1'), (1, 0.3e0), (2, 0.1e0), (3, 2.5e0), (4, NULL), (5, -1e16)) t(i, x) ORDER BY i
SELECT i, avg(d) OVER (ORDER BY s NULLS LAST GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), avg(n) OVER (PARTITION BY k, b ORDER BY i NULLS LAST GROUPS BETWEEN 0 PRECEDING AND 3 PRECEDING) FROM (VALUES (0, 'b', BIGINT '5', DECIMAL '1.00', 'q', true), (1, 'c', 3, NULL, 'zz', true), (2, 'a', -7, DECIMAL '-3.50', 'w', true), (3, 'c', 1, DECIMAL '0.01', 'y', true), (4, 'c', 9007199254740993, NULL, 'zz', NULL), (5, 'b', 1, DECIMAL '-3.50', '', false)) t(i, k, n, d, s, b) ORDER BY i
SELECT i, avg(o) OVER (ORDER BY n DESC RANGE BETWEEN UNBOUNDED PRECEDING AND 1.5e0 FOLLOWING), array_agg(s) OVER (PARTITION BY o ORDER BY i DESC) FROM (VALUES (0, 4, BIGINT '5', 'q'), (1, 5, 2, 'x'), (2, 4, 9007199254740993, 'y'), (3, 3, 9007199254740993, 'w'), (4, 1, 2, '')) t(i, o, n, s) ORDER BY i
SELECT i, approx_percentile(o, o / 10e0) OVER (ORDER BY i DESC ROWS BETWEEN CURRENT ROW AND 2 FOLLOWING), max(o, 2) OVER (PARTITION BY o ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND 3 FOLLOWING) FROM (VALUES (0, 5), (1, 0), (2, 3), (3, 0), (4, 3), (5, 3), (6, 4)) t(i, o) ORDER BY i
SELECT i, count(x) OVER (PARTITION BY b ORDER BY i DESC NULLS LAST), approx_distinct(s) OVER (PARTITION BY b ORDER BY x RANGE BETWEEN 2 PRECEDING AND off + 1 FOLLOWING) FROM (VALUES (0, DOUBLE '1', 'q', true, 2), (1, NULL, 'x', false, 2), (2, NULL, '', false, 1), (3, NULL, '', NULL, 3), (4, 1e300, 'y', NULL, 1), (5, 1e300, NULL, false, 3)) t(i, x, s, b, off) ORDER BY i
SELECT i, checksum(n) OVER ( RANGE BETWEEN 1 PRECEDING AND 0 FOLLOWING), multimap_agg(s, i) OVER (ORDER BY i DESC ROWS 3 PRECEDING) FROM (VALUES (0, BIGINT '5', 'q'), (1, 9007199254740993, 'w'), (2, NULL, NULL), (3, 2, 'y'), (4, BIGINT '4611686018427387904', NULL), (5, 1, NULL)) t(i, n, s) ORDER BY i
SELECT i, cume_dist() OVER (PARTITION BY b ORDER BY o NULLS LAST RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), bitwise_and_agg(n) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM (VALUES (0, 3, BIGINT '5', true), (1, 2, 3, true), (2, 4, NULL, false), (3, 4, 3, true), (4, 1, BIGINT '4611686018427387904', NULL), (5, 4, 1, false), (6, 5, 3, false)) t(i, o, n, b) ORDER BY i
SELECT i, corr(x, n) OVER (PARTITION BY b ORDER BY i NULLS FIRST), geometric_mean(o + 1) OVER (PARTITION BY o ORDER BY i GROUPS BETWEEN 3 FOLLOWING AND off FOLLOWING) FROM (VALUES (0, 4, DOUBLE '1', BIGINT '5', true, 2), (1, 2, 5e-324, 1, false, 3), (2, 5, NULL, -7, true, 1), (3, 2, 0.3e0, 1, true, 2), (4, 2, 0.1e0, 9007199254740993, false, 2), (5, 3, 0.3e0, 3, true, 3), (6, 5, NULL, NULL, true, 0)) t(i, o, x, n, b, off) ORDER BY i
SELECT i, first_value(x) OVER (ORDER BY i DESC ROWS BETWEEN 2 PRECEDING AND off FOLLOWING), last_value(n) OVER (PARTITION BY k, b ORDER BY i NULLS LAST) FROM (VALUES (0, 'b', DOUBLE '1', BIGINT '5', true, 1), (1, 'b', 1e300, 1, true, 2), (2, 'a', 1e-9, NULL, true, 3), (3, 'c', 5e-324, 1, NULL, 2), (4, 'b', -1e300, 2, true, 0), (5, 'b', -1e300, 3, true, 1)) t(i, k, x, n, b, off) ORDER BY i
SELECT i, nth_value(s, 2) IGNORE NULLS OVER (ORDER BY i ROWS UNBOUNDED PRECEDING), nth_value(s, NULLIF(off, 2) + 1) OVER (ORDER BY i RANGE BETWEEN 0 PRECEDING AND off FOLLOWING) FROM (VALUES (0, 'q', 2), (1, '', 0), (2, 'zz', 1), (3, 'zz', 3), (4, '', 0)) t(i, s, off) ORDER BY i
SELECT i, last_value(n) OVER (ORDER BY i DESC NULLS FIRST), last_value(n) OVER (PARTITION BY k ORDER BY i) FROM (VALUES (0, 'b', BIGINT '5'), (1, 'a', 1), (2, 'c', 1), (3, 'a', -7), (4, 'c', 3)) t(i, k, n) ORDER BY i
SELECT i, nth_value(s, 2) IGNORE NULLS OVER (PARTITION BY k, b ORDER BY i DESC NULLS FIRST), last_value(n) IGNORE NULLS OVER (ORDER BY i NULLS FIRST) FROM (VALUES (0, 'c', BIGINT '5', 'q', true), (1, 'b', 1, 'zz', false), (2, 'b', NULL, '', false), (3, 'a', NULL, NULL, NULL), (4, 'b', 2, 'y', false), (5, 'c', BIGINT '4611686018427387904', 'w', false)) t(i, k, n, s, b) ORDER BY i
SELECT i, first_value(x) OVER (PARTITION BY b ORDER BY i GROUPS BETWEEN 1 FOLLOWING AND 1 FOLLOWING), first_value(s) RESPECT NULLS OVER (PARTITION BY o ORDER BY i DESC) FROM (VALUES (0, 4, DOUBLE '1', 'q', true), (1, 0, 123456.789e0, 'w', false), (2, 1, 1e16, '', true), (3, 1, 33.3e0, 'y', false), (4, 4, 0.1e0, '', true), (5, 4, NULL, 'zz', true), (6, 2, 5e-324, NULL, false)) t(i, o, x, s, b) ORDER BY i
SELECT i, nth_value(s, 2) IGNORE NULLS OVER (ORDER BY i RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING), nth_value(n, off + 1) IGNORE NULLS OVER (ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND 2 PRECEDING) FROM (VALUES (0, BIGINT '5', 'q', 2), (1, BIGINT '4611686018427387904', '', 3), (2, -7, 'x', 3), (3, 1, '', 3), (4, 3, NULL, 3), (5, 1, 'w', 0)) t(i, n, s, off) ORDER BY i
SELECT i, nth_value(n, off + 1) OVER (PARTITION BY o ORDER BY i DESC ROWS BETWEEN i PRECEDING AND UNBOUNDED FOLLOWING), nth_value(n, o) OVER (ORDER BY i DESC NULLS FIRST ROWS BETWEEN CURRENT ROW AND CURRENT ROW) FROM (VALUES (0, 2, BIGINT '5', 2), (1, NULL, -7, 2), (2, NULL, BIGINT '4611686018427387904', 0), (3, 5, -7, 3), (4, 3, 2, 2), (5, 4, 9007199254740993, 0), (6, 1, BIGINT '4611686018427387904', 2)) t(i, o, n, off) ORDER BY i
SELECT i, nth_value(n, o) OVER (PARTITION BY b ORDER BY i NULLS FIRST GROUPS UNBOUNDED PRECEDING), nth_value(n, off + 1) IGNORE NULLS OVER (ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM (VALUES (0, 1, BIGINT '5', true, 3), (1, 1, 2, true, 1), (2, 0, -7, false, 2), (3, 2, 2, true, 0), (4, 3, BIGINT '4611686018427387904', true, 3), (5, 4, 1, false, 0)) t(i, o, n, b, off) ORDER BY i
SELECT i, lead(n, 3, off) OVER (ORDER BY i), lead(n, 3, off) OVER (PARTITION BY b ORDER BY i DESC NULLS FIRST) FROM (VALUES (0, BIGINT '5', true, 3), (1, 3, false, 3), (2, 3, false, 2), (3, BIGINT '4611686018427387904', false, 0), (4, 2, NULL, 0)) t(i, n, b, off) ORDER BY i
SELECT i, lead(s, off) OVER (ORDER BY i), lag(x, off, 0e0) OVER (ORDER BY i NULLS FIRST) FROM (VALUES (0, DOUBLE '1', 'q', 0), (1, 5e-324, 'x', 1), (2, -1e16, 'y', 2), (3, 2.5e0, '', 1), (4, 1e-9, 'zz', 1), (5, 0.2e0, NULL, 0), (6, 1e-9, 'y', 1)) t(i, x, s, off) ORDER BY i
SELECT i, lag(s, 2) IGNORE NULLS OVER (ORDER BY i DESC RANGE UNBOUNDED PRECEDING), lag(n, o) OVER (ORDER BY i) FROM (VALUES (0, 4, BIGINT '5', 'q'), (1, 2, 2, NULL), (2, 1, -7, 'y'), (3, 1, 1, NULL), (4, NULL, NULL, 'zz')) t(i, o, n, s) ORDER BY i
SELECT i, lead(n) IGNORE NULLS OVER (ORDER BY i), lag(n, NULL) OVER (ORDER BY i) FROM (VALUES (0, BIGINT '5'), (1, BIGINT '4611686018427387904'), (2, BIGINT '4611686018427387904'), (3, 3), (4, BIGINT '4611686018427387904')) t(i, n) WHERE i > 2 ORDER BY i
SELECT i, lag(n) OVER (ORDER BY i), lag(s, 2) IGNORE NULLS OVER (ORDER BY i) FROM (VALUES (0, BIGINT '5', 'q'), (1, 1, ''), (2, NULL, ''), (3, 2, 'x'), (4, -7, 'y')) t(i, n, s) ORDER BY i
SELECT i, lead(n) IGNORE NULLS OVER (ORDER BY i), lag(n, 2) OVER (ORDER BY i DESC NULLS FIRST) FROM (VALUES (0, BIGINT '5'), (1, 9007199254740993), (2, BIGINT '4611686018427387904'), (3, 9007199254740993), (4, 9007199254740993), (5, 9007199254740993)) t(i, n) ORDER BY i
SELECT i, lag(n, NULL) OVER (PARTITION BY k ORDER BY i), lead(n) IGNORE NULLS OVER (PARTITION BY k ORDER BY i DESC) FROM (VALUES (0, 'b', BIGINT '5'), (1, 'b', 9007199254740993), (2, 'c', 2), (3, 'c', NULL), (4, 'a', -7), (5, 'c', 3), (6, 'b', 9007199254740993)) t(i, k, n) ORDER BY i
SELECT i, lead(s) OVER (PARTITION BY b ORDER BY i NULLS FIRST), lead(s, 0) IGNORE NULLS OVER (ORDER BY i DESC) FROM (VALUES (0, 'q', true), (1, 'y', false), (2, 'x', true), (3, '', false), (4, '', true)) t(i, s, b) ORDER BY i
SELECT i, lead(n, off, -1) IGNORE NULLS OVER (PARTITION BY o ORDER BY i DESC NULLS LAST), lag(n, 2) OVER (ORDER BY i NULLS LAST) FROM (VALUES (0, 0, BIGINT '5', 3), (1, 1, 1, 2), (2, NULL, 2, 2), (3, 4, NULL, 0), (4, 0, 3, 0)) t(i, o, n, off) ORDER BY i
SELECT i, lag(s, 2) IGNORE NULLS OVER (ORDER BY i DESC), lag(n, NULL) OVER (PARTITION BY k ORDER BY i DESC) FROM (VALUES (0, 'b', BIGINT '5', 'q'), (1, 'b', BIGINT '4611686018427387904', 'zz'), (2, 'c', 1, 'w'), (3, 'b', BIGINT '4611686018427387904', 'w'), (4, 'a', NULL, 'w')) t(i, k, n, s) ORDER BY i
SELECT i, lag(n, NULL) OVER (ORDER BY i NULLS FIRST), lead(s, off) OVER (PARTITION BY k ORDER BY i) FROM (VALUES (0, NULL, BIGINT '5', 'q', 3), (1, 'b', 9007199254740993, 'w', 0), (2, 'b', -7, '', 3), (3, 'c', 1, 'w', 0), (4, 'c', BIGINT '4611686018427387904', NULL, 2)) t(i, k, n, s, off) ORDER BY i
SELECT i, percent_rank() OVER (PARTITION BY k ), ntile(100) OVER (PARTITION BY k ORDER BY i) FROM (VALUES (0, 'c'), (1, 'c'), (2, 'a'), (3, 'b'), (4, 'a'), (5, 'c'), (6, 'b')) t(i, k) ORDER BY i
SELECT i, cume_dist() OVER (ORDER BY i DESC NULLS FIRST), percent_rank() OVER (PARTITION BY o ORDER BY i NULLS LAST) FROM (VALUES (0, NULL), (1, 5), (2, 5), (3, NULL), (4, 2), (5, 3), (6, 4)) t(i, o) ORDER BY i
SELECT i, rank() OVER (PARTITION BY o ORDER BY i NULLS LAST ROWS BETWEEN off PRECEDING AND CURRENT ROW), ntile(3) OVER (PARTITION BY o ORDER BY i) FROM (VALUES (0, 0, 0), (1, 4, 2), (2, 4, 1), (3, NULL, 1), (4, NULL, 2), (5, 2, 0), (6, 4, 3)) t(i, o, off) ORDER BY i
SELECT i, cume_dist() OVER (ORDER BY n RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), ntile(NULLIF(off, 1) + 1) OVER (ORDER BY i) FROM (VALUES (0, BIGINT '5', 0), (1, 3, 2), (2, 1, 3), (3, 1, 0), (4, 9007199254740993, 0), (5, NULL, 3)) t(i, n, off) ORDER BY i
SELECT i, percent_rank() OVER (ORDER BY i), ntile(off + 1) OVER (ORDER BY i) FROM (VALUES (0, 3), (1, 3), (2, 1), (3, 3), (4, 0), (5, 3)) t(i, off) ORDER BY i
SELECT i, dense_rank() OVER (PARTITION BY k, b ORDER BY s DESC NULLS FIRST GROUPS BETWEEN UNBOUNDED PRECEDING AND 2 PRECEDING), rank() OVER (ORDER BY i DESC NULLS FIRST) FROM (VALUES (0, 'c', 'q', true), (1, 'c', 'w', true), (2, 'b', 'w', true), (3, 'b', 'zz', false), (4, 'c', NULL, true), (5, 'b', '', false)) t(i, k, s, b) WHERE i > 2 ORDER BY i
SELECT i, x - avg(x) OVER (PARTITION BY o ORDER BY i DESC ROWS BETWEEN CURRENT ROW AND i FOLLOWING), coalesce(sum(n) OVER (ORDER BY i DESC ROWS BETWEEN UNBOUNDED PRECEDING AND off * 2 FOLLOWING), -1), ntile(o) OVER (ORDER BY i DESC NULLS LAST), try(sum(n) OVER (ORDER BY i DESC ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) / off), first_value(s) RESPECT NULLS OVER (PARTITION BY o ORDER BY i ROWS BETWEEN off * 2 PRECEDING AND off FOLLOWING) FROM (VALUES (0, 2, DOUBLE '1', BIGINT '5', 'q', 2), (1, NULL, -2.5e0, 3, 'x', 2), (2, 0, 3.7e0, 3, 'zz', 2), (3, 0, -1e300, NULL, 'x', 0), (4, 4, 1e-9, -7, '', 3), (5, 3, -1e300, 2, 'zz', 0), (6, 3, -2.5e0, 2, 'zz', 3)) t(i, o, x, n, s, off) ORDER BY i
SELECT i, x - avg(x) OVER (ORDER BY i DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), coalesce(avg(d) OVER (ORDER BY i GROUPS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), -1), ntile(100) OVER (ORDER BY i), try(sum(n) OVER (PARTITION BY b ORDER BY i ROWS BETWEEN 0 PRECEDING AND 1 PRECEDING) / off), first_value(x) OVER (ORDER BY i DESC NULLS LAST ROWS BETWEEN 1 PRECEDING AND off FOLLOWING) FROM (VALUES (0, DOUBLE '1', BIGINT '5', DECIMAL '1.00', true, 2), (1, -1e300, 2, DECIMAL '-3.50', true, 0), (2, 123456.789e0, BIGINT '4611686018427387904', DECIMAL '99.99', true, 1), (3, -1e16, 9007199254740993, DECIMAL '1.25', NULL, 3), (4, 33.3e0, 3, NULL, true, 2)) t(i, x, n, d, b, off) ORDER BY i
SELECT i, x - avg(x) OVER (ORDER BY i DESC NULLS FIRST ROWS BETWEEN i PRECEDING AND i FOLLOWING), coalesce(sum(n) OVER (PARTITION BY o ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND 0 PRECEDING), -1), row_number() OVER (PARTITION BY k ORDER BY i DESC), try(sum(n) OVER (PARTITION BY k ORDER BY i NULLS LAST) / off), last_value(n) IGNORE NULLS OVER (ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM (VALUES (0, 'c', 0, DOUBLE '1', BIGINT '5', 0), (1, 'b', 4, -2.5e0, 2, 1), (2, 'c', 4, -1e16, 1, 0), (3, 'b', NULL, 1e300, 2, 3), (4, 'c', 5, -0e0, 3, 1), (5, 'b', 2, -1e300, BIGINT '4611686018427387904', 1), (6, NULL, 5, NULL, -7, 3)) t(i, k, o, x, n, off) ORDER BY i
SELECT i, x - avg(x) OVER (PARTITION BY k ORDER BY i DESC NULLS FIRST RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), coalesce(avg(r) OVER (PARTITION BY k ORDER BY i DESC ROWS BETWEEN 0 PRECEDING AND off FOLLOWING), -1), ntile(off + 1) OVER (PARTITION BY k ORDER BY i DESC NULLS LAST), try(sum(n) OVER (ORDER BY i NULLS FIRST GROUPS BETWEEN UNBOUNDED PRECEDING AND off * 2 FOLLOWING) / off), nth_value(n, off + 1) IGNORE NULLS OVER (ORDER BY i DESC NULLS LAST ROWS BETWEEN off * 2 PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES (0, 'b', DOUBLE '1', REAL '1', BIGINT '5', 2), (1, 'a', 7e0, REAL '3.3', BIGINT '4611686018427387904', 1), (2, 'c', 0.1e0, NULL, 9007199254740993, 1), (3, 'a', 0.3e0, NULL, 1, 3), (4, 'a', 123456.789e0, REAL '7', -7, 0), (5, 'a', 1e300, NULL, NULL, 3)) t(i, k, x, r, n, off) ORDER BY i
SELECT i, x - avg(x) OVER (PARTITION BY o ORDER BY i DESC NULLS LAST RANGE UNBOUNDED PRECEDING), coalesce(avg(d) OVER (PARTITION BY k ORDER BY i NULLS FIRST ROWS BETWEEN off * 2 PRECEDING AND CURRENT ROW), -1), ntile(NULLIF(off, 1) + 1) OVER (PARTITION BY k, b ORDER BY i DESC NULLS FIRST), try(sum(n) OVER (ORDER BY i ROWS BETWEEN 0 FOLLOWING AND UNBOUNDED FOLLOWING) / off), first_value(s) RESPECT NULLS OVER (PARTITION BY k, b ORDER BY i) FROM (VALUES (0, 'a', 0, DOUBLE '1', BIGINT '5', DECIMAL '1.00', 'q', true, 2), (1, 'c', 4, -1e16, -7, DECIMAL '1.25', 'zz', true, 1), (2, 'a', 4, NULL, -7, DECIMAL '99.99', NULL, false, 3), (3, 'c', 4, 1e300, 2, NULL, 'zz', false, 1), (4, 'b', 3, 1e16, NULL, DECIMAL '99.99', 'w', true, 1), (5, 'b', NULL, 0.1e0, BIGINT '4611686018427387904', DECIMAL '0.01', 'x', false, 0), (6, 'c', 1, 123456.789e0, 1, DECIMAL '-3.50', '', true, 3)) t(i, k, o, x, n, d, s, b, off) ORDER BY i
SELECT i, x - avg(x) OVER (ORDER BY i DESC ROWS BETWEEN 3 PRECEDING AND 3 FOLLOWING), coalesce(sum(n) OVER (PARTITION BY o ORDER BY i NULLS FIRST ROWS CURRENT ROW), -1), ntile(3) OVER (PARTITION BY k, b ORDER BY i DESC NULLS LAST), try(sum(n) OVER (ORDER BY i DESC NULLS FIRST ROWS BETWEEN UNBOUNDED PRECEDING AND 0 FOLLOWING) / off), last_value(n) OVER (ORDER BY i NULLS LAST GROUPS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM (VALUES (0, 'c', 5, DOUBLE '1', BIGINT '5', true, 2), (1, 'b', 5, -1e16, 1, false, 3), (2, 'a', 3, -2.5e0, -7, true, 3), (3, 'b', 3, 33.3e0, BIGINT '4611686018427387904', true, 0), (4, 'c', 5, 3.7e0, 1, NULL, 2), (5, 'c', 2, -1e16, 2, false, 3)) t(i, k, o, x, n, b, off) ORDER BY i
SELECT i, x - avg(x) OVER (ORDER BY i NULLS FIRST RANGE BETWEEN off FOLLOWING AND UNBOUNDED FOLLOWING), coalesce(sum(n) OVER (PARTITION BY k ORDER BY i DESC NULLS LAST RANGE BETWEEN DECIMAL '1.5' PRECEDING AND 1 FOLLOWING), -1), ntile(off + 1) OVER (ORDER BY i), try(sum(n) OVER (PARTITION BY b ORDER BY i DESC GROUPS BETWEEN CURRENT ROW AND 0 FOLLOWING) / off), nth_value(n, off + 1) OVER (PARTITION BY b ORDER BY i) FROM (VALUES (0, 'a', DOUBLE '1', BIGINT '5', true, 0), (1, 'a', NULL, 3, true, 1), (2, 'a', 7e0, 2, true, 3), (3, 'b', -1e16, 9007199254740993, true, 1), (4, 'c', 1e16, -7, true, 0), (5, 'c', 2.5e0, -7, false, 0)) t(i, k, x, n, b, off) ORDER BY i
SELECT i, x - avg(x) OVER (ORDER BY i), coalesce(sum(d) OVER (PARTITION BY b ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), -1), ntile(NULL) OVER (PARTITION BY b ORDER BY i DESC NULLS FIRST), try(sum(n) OVER (ORDER BY i DESC NULLS FIRST GROUPS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) / off), first_value(x) OVER (ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM (VALUES (0, DOUBLE '1', BIGINT '5', DECIMAL '1.00', true, 0), (1, 5e-324, 9007199254740993, DECIMAL '1.25', false, 2), (2, 1e16, BIGINT '4611686018427387904', DECIMAL '-3.50', true, 3), (3, -0e0, 1, DECIMAL '1.25', false, 0), (4, -1e300, 2, NULL, false, 1), (5, 3.7e0, 3, NULL, true, 0)) t(i, x, n, d, b, off) ORDER BY i
SELECT i, x - avg(x) OVER (PARTITION BY o ORDER BY i DESC NULLS FIRST), coalesce(avg(d) OVER (PARTITION BY b ORDER BY i NULLS FIRST RANGE BETWEEN 1.5e0 PRECEDING AND 1 FOLLOWING), -1), ntile(o) OVER (PARTITION BY k ORDER BY i), try(sum(n) OVER (PARTITION BY k ORDER BY i DESC NULLS LAST RANGE BETWEEN off PRECEDING AND 0 PRECEDING) / off), last_value(n) IGNORE NULLS OVER (PARTITION BY o ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM (VALUES (0, 'a', 5, DOUBLE '1', BIGINT '5', DECIMAL '1.00', true, 3), (1, 'b', 1, 3.7e0, -7, DECIMAL '99.99', true, 1), (2, 'c', 5, 0.1e0, 1, NULL, NULL, 2), (3, 'b', NULL, -1e300, -7, DECIMAL '1.25', false, 0), (4, 'a', 4, 0.2e0, 9007199254740993, DECIMAL '99.99', false, 0)) t(i, k, o, x, n, d, b, off) ORDER BY i
-- aggregates at the edges of their types, and of what their order changes
SELECT max(x, 3), min(x, 3) FROM (VALUES 1E0, nan(), 2E0, NULL, -infinity()) t(x)
SELECT max(x, 3), min(x, 3) FROM (VALUES nan(), nan()) t(x)
SELECT max(x, 2) FROM (VALUES ARRAY[1E0], ARRAY[nan()], ARRAY[2E0]) t(x)
SELECT max(x, 2), min(x, 2) FROM (VALUES ROW(1E0, 'a'), ROW(nan(), 'b'), ROW(2E0, 'c')) t(x)
SELECT max_by(y, x, 2), min_by(y, x, 2) FROM (VALUES (ROW(1E0, 'a'), 1), (ROW(nan(), 'b'), 2), (ROW(2E0, 'c'), 3)) t(x, y)
SELECT max_by(y, x, 2), min_by(y, x, 3) FROM (VALUES (ARRAY[1], 1), (ARRAY[3, 1], 2), (ARRAY[3], 3)) t(x, y)
SELECT max_by(y, x, 3), min_by(y, x, 3) FROM (VALUES (1E0, 1), (nan(), 2), (2E0, 3)) t(x, y)
SELECT avg(x) FROM (VALUES BIGINT '9223372036854775807', BIGINT '-9223372036854775807', BIGINT '1') t(x)
SELECT avg(DISTINCT x) FROM (VALUES BIGINT '9223372036854775807', BIGINT '-9223372036854775807', BIGINT '1') t(x)
SELECT approx_percentile(x, 0.5E0) FROM (VALUES BIGINT '9223372036854775807') t(x)
SELECT approx_percentile(x, 0.5E0) FROM (VALUES BIGINT '9223372036854775806') t(x)
SELECT approx_percentile(x, 0.5E0) FROM (VALUES BIGINT '-9223372036854775808') t(x)
SELECT c1, arbitrary(c2 ORDER BY c1 DESC, c0) FROM (VALUES (0, 'a', 1), (1, 'b', 2)) t(c0, c1, c2) GROUP BY ROLLUP(c1) ORDER BY 1 NULLS LAST
SELECT c1, array_agg(c2 ORDER BY c1 DESC, c0) FROM (VALUES (0, 'a', 1), (1, 'b', 2)) t(c0, c1, c2) GROUP BY ROLLUP(c1) ORDER BY 1 NULLS LAST
SELECT c1, array_agg(c1 ORDER BY c1 DESC, c0) FROM (VALUES (0, 'a', 1), (1, 'b', 2)) t(c0, c1, c2) GROUP BY ROLLUP(c1) ORDER BY 1 NULLS LAST
SELECT c1, array_agg(c1 ORDER BY c0 DESC) FROM (VALUES (0, 'a', 1), (1, 'b', 2)) t(c0, c1, c2) GROUP BY ROLLUP(c1) ORDER BY 1 NULLS LAST
SELECT c1, count(*) FILTER (WHERE c1 = 'b') FROM (VALUES (0, 'a', 1), (1, 'b', 2)) t(c0, c1, c2) GROUP BY ROLLUP(c1) ORDER BY 1 NULLS LAST
SELECT c1, array_agg(c2 ORDER BY upper(c1) DESC, c0) FROM (VALUES (0, 'a', 1), (1, 'b', 2)) t(c0, c1, c2) GROUP BY ROLLUP(c1) ORDER BY 1 NULLS LAST
SELECT map_agg(x, y ORDER BY y DESC), multimap_agg(x, y ORDER BY y DESC) FROM (VALUES (1, 1), (2, 2), (1, 3)) t(x, y)
SELECT var_pop(x ORDER BY x), stddev(x ORDER BY y DESC) FROM (VALUES (1E0, 1), (2.5E0, 2), (1E0, 3)) t(x, y)
SELECT corr(x, y ORDER BY y), regr_slope(x, y ORDER BY y DESC) FROM (VALUES (1E0, 1), (2.5E0, 2), (1E0, 3)) t(x, y)
SELECT map_union(x ORDER BY y DESC) FROM (VALUES (MAP(ARRAY['a'], ARRAY[1]), 1), (MAP(ARRAY['a'], ARRAY[2]), 2)) t(x, y)
SELECT covar_samp(x, y) FROM (VALUES (4.9E-324, 1E36), (1.7976931348623157E308, 0.01E0)) t(x, y)
SELECT covar_samp(x, y) FROM (VALUES (4.9E-324, CAST('999999999999999999999999999999999999.99' AS decimal(38,2))), (1.7976931348623157E308, 0.01E0)) t(x, y)
SELECT covar_samp(y, x) FROM (VALUES (4.9E-324, 1E36), (1.7976931348623157E308, 0.01E0)) t(x, y)
SELECT covar_samp(x, y) FROM (VALUES (1.7976931348623157E308, 0.01E0), (4.9E-324, 1E36)) t(x, y)
SELECT corr(x, y), regr_slope(x, y), regr_intercept(x, y), regr_intercept(y, x), regr_slope(y, x), covar_pop(x, y) FROM (VALUES (1.7976931348623157E308, 1E0), (1E0, 2E0)) t(x, y)
SELECT corr(x, y), regr_slope(x, y), regr_intercept(x, y), regr_intercept(y, x), regr_slope(y, x), covar_pop(x, y) FROM (VALUES (1.7976931348623157E308, 1E0), (1.7976931348623157E308, 2E0)) t(x, y)
SELECT corr(x, y), regr_slope(x, y), regr_intercept(x, y), regr_intercept(y, x), regr_slope(y, x), covar_pop(x, y) FROM (VALUES (1.7976931348623157E308, 1E0), (-1.7976931348623157E308, 2E0), (1E0, 5E0)) t(x, y)
SELECT g, covar_samp(x, y) FROM (VALUES (1, 4.9E-324, 1E36), (1, 1.7976931348623157E308, 0.01E0)) t(g, x, y) GROUP BY g
SELECT g, covar_samp(x, y) FROM (VALUES (1, 4.9E-324, 1E36), (1, 1.7976931348623157E308, 0.01E0)) t(g, x, y) GROUP BY ROLLUP(g) ORDER BY 1 NULLS LAST
SELECT corr(x, y), covar_samp(x, y), covar_pop(x, y) FROM (VALUES (REAL '3E38', REAL '3E38'), (REAL '1', REAL '2'), (REAL '-3E38', REAL '5')) t(x, y)
SELECT avg(x), sum(x), stddev(x), geometric_mean(x) FROM (VALUES REAL '3E38', REAL '3E38') t(x)
SELECT CAST(1E300 AS real), CAST(-1E300 AS real), CAST(3.40282356779733661637539395458142568448E38 AS real), CAST(3.4028235677973366E38 AS real)
SELECT CAST(x AS real) FROM (VALUES 1E300, -1E300, 3.4028235677973365E38, 1E-60) t(x)
SELECT CAST(x AS real) FROM (VALUES DECIMAL '99999999999999999999999999999999999999') t(x)
SELECT REAL '3E38' + REAL '3E38', REAL '3E38' * REAL '-3E38'
SELECT avg(x), sum(x) FROM (VALUES REAL '3E38', REAL '-3E38', REAL '1') t(x)
SELECT sum(x) FROM (VALUES REAL '0.1', REAL '0.2', REAL '0.3') t(x)
SELECT sum(x) FROM (VALUES REAL '16777216', REAL '1', REAL '1') t(x)
SELECT geometric_mean(x) FROM (VALUES REAL '3E38', REAL '3.4E38') t(x)
SELECT round(REAL '3.4028235E38', -38), exp(REAL '1000')
SELECT CAST('1E300' AS real), CAST('NaN' AS real), CAST('-Infinity' AS real), REAL '1E39'
SELECT CAST(infinity() AS real), CAST(nan() AS real), CAST(-0E0 AS real), try_cast(1E39 AS real)
SELECT approx_percentile(x, 0.5E0) FROM (VALUES REAL '3E38', REAL '3.4E38') t(x)
SELECT g, corr(x, y), regr_slope(x, y), regr_intercept(x, y), regr_intercept(y, x), covar_pop(x, y) FROM (VALUES (1, 1.7976931348623157E308, 1E0), (1, 1E0, 2E0)) t(g, x, y) GROUP BY g
SELECT g, covar_pop(x, y) FROM (VALUES (1, 1.7976931348623157E308, 1E0), (1, -1.7976931348623157E308, 2E0), (1, 1E0, 5E0)) t(g, x, y) GROUP BY g
SELECT g, covar_pop(x, y) FROM (VALUES (1, 1E0, 5E0), (1, 1.7976931348623157E308, 1E0), (1, -1.7976931348623157E308, 2E0)) t(g, x, y) GROUP BY g
SELECT g, var_pop(x), stddev(x), skewness(x), kurtosis(x) FROM (VALUES (1, 1E0), (1, 1.7976931348623157E308), (1, -1.7976931348623157E308), (1, 2E0)) t(g, x) GROUP BY g
SELECT var_pop(x), stddev(x), skewness(x), kurtosis(x) FROM (VALUES (1, 1E0), (1, 1.7976931348623157E308), (1, -1.7976931348623157E308), (1, 2E0)) t(g, x)
SELECT g, avg(x), sum(x) FROM (VALUES (1, 1E0), (1, 1.7976931348623157E308), (1, 1.7976931348623157E308), (1, -1.7976931348623157E308)) t(g, x) GROUP BY g
SELECT g, covar_samp(x, y) FROM (VALUES (1, 1E0, 2E0), (1, 2E0, 3.1E0), (1, 3E0, 5.7E0), (1, 4.3E0, 9E0)) t(g, x, y) GROUP BY g
SELECT g, corr(x, y), regr_intercept(x, y) FROM (VALUES (1, 0.1E0, 2E0), (1, 0.2E0, 3.1E0), (1, 0.7E0, 5.7E0), (1, 4.3E0, 9E0)) t(g, x, y) GROUP BY g
SELECT approx_percentile(x, 0.5E0) FROM (VALUES 1, NULL) t(x)
SELECT approx_percentile(x, 0.5E0) FROM (VALUES 1E0, NULL) t(x)
SELECT approx_percentile(x, 0.5E0) FROM (VALUES REAL '1', NULL) t(x)
SELECT approx_percentile(x, p) FROM (VALUES (1E0, 0.1E0), (2E0, 0.9E0), (NULL, 0.5E0)) t(x, p)
SELECT approx_percentile(x, p) FROM (VALUES (1E0, 0.1E0), (2E0, 0.9E0), (3E0, NULL)) t(x, p)
SELECT c1, c2, grouping(c1, c2), bitwise_or_agg(c3), checksum(DISTINCT c4) FROM (VALUES (0, BIGINT '9223372036854775807', BIGINT '9223372036854775807', SMALLINT '1', BIGINT '9223372036854775807'), (1, BIGINT '0', BIGINT '1', SMALLINT '1', BIGINT '9007199254740993')) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT c1, c2, stddev_pop(c3) FILTER (WHERE c2 IS NULL) FROM (VALUES (0, 'a', TIMESTAMP '2024-02-29 12:34:56.789', 1E0), (1, 'b', TIMESTAMP '2024-02-29 12:34:56.789', 1E16)) t(c0, c1, c2, c3) GROUP BY c1, c2 ORDER BY 1, 2
SELECT c1, c2, grouping(c1, c2), var_samp(c3) FILTER (WHERE c1 IS NOT NULL) FROM (VALUES (0, REAL '1', BIGINT '9223372036854775807', BIGINT '9223372036854775807'), (1, REAL '1.4E-45', BIGINT '0', BIGINT '9223372036854775807'), (2, REAL '0.1', BIGINT '-9223372036854775807' - 1, NULL)) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), map_union(c3 ORDER BY c1 DESC, c0) FILTER (WHERE NULL), count(c4) FROM (VALUES (0, 'a', DECIMAL '1.00', MAP(ARRAY['a','b'], ARRAY[1,2]), 'a')) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY c1, ROLLUP(c2) HAVING count(*) > 1 ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), bool_and(c3), max(c4) FROM (VALUES (0, 'a', ARRAY[1,2], true, DATE '2024-02-29'), (1, 'a', ARRAY[3,1], true, DATE '2024-03-01')) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY GROUPING SETS ((), (c1), (c1, c2)) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), arbitrary(c3 ORDER BY c0) FILTER (WHERE c0 % 2 = 0) FROM (VALUES (0, 1, 1E0, 1), (1, 1, infinity(), 1)) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT histogram(c3) FILTER (WHERE c2 IS NULL) FROM (VALUES (0, SMALLINT '1', TIME '12:34:56.789', CHAR 'a  '), (1, SMALLINT '32767', NULL, CHAR 'a  '), (2, SMALLINT '32767', TIME '00:00:00.000', CAST('' AS char(3))), (3, SMALLINT '-2', TIME '23:59:59.999', CAST('' AS char(3))), (4, NULL, TIME '12:34:56.789', CAST('b' AS char(3))), (5, SMALLINT '1', TIME '23:59:59.999', CAST('b' AS char(3)))) t(c0, c1, c2, c3) WHERE c0 > 0
SELECT variance(c3), min(c4) FILTER (WHERE c1 IS NOT NULL) FROM (VALUES (0, ARRAY[1,2], DECIMAL '1.00', REAL '1', TINYINT '1'), (1, ARRAY[], DECIMAL '999.99', CAST(infinity() AS real), TINYINT '127')) t(c0, c1, c2, c3, c4) WHERE c0 > 0
SELECT c1, avg(c3) FROM (VALUES (0, 'a', BIGINT '9223372036854775807', CAST('999999999999999999999999999999999999.99' AS decimal(38,2))), (1, NULL, BIGINT '0', NULL)) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY c1 ORDER BY 1
SELECT c1, array_agg(c3 ORDER BY c0) FILTER (WHERE c0 > 2) FROM (VALUES (0, TIME '12:34:56.789', ARRAY[1,2], TIMESTAMP '2024-02-29 12:34:56.789')) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY c1 ORDER BY 1
SELECT c1, bool_and(c3 ORDER BY c2 NULLS FIRST, c0 DESC) FROM (VALUES (0, INTERVAL '1' MONTH, 1, true), (1, INTERVAL '2' YEAR, 2147483647, false), (2, INTERVAL '1' MONTH, 2147483647, NULL)) t(c0, c1, c2, c3) GROUP BY c1 ORDER BY 1
SELECT c1, covar_pop(c3, c4) FROM (VALUES (0, INTERVAL '1' MONTH, REAL '1', REAL '1', DECIMAL '1.00'), (1, INTERVAL '-14' MONTH, CAST(infinity() AS real), CAST(nan() AS real), DECIMAL '999.99'), (2, INTERVAL '-14' MONTH, REAL '0.1', REAL '2.5', DECIMAL '1.00'), (3, INTERVAL '2' YEAR, REAL '0.1', REAL '-1.25', DECIMAL '-999.99')) t(c0, c1, c2, c3, c4) GROUP BY c1 ORDER BY 1
SELECT c0 % 2, regr_slope(c3, c4) FILTER (WHERE c0 > 2), count(DISTINCT c5) FROM (VALUES (0, 1E0, ARRAY[1,2], SMALLINT '1', 1E0, 'a'), (1, nan(), ARRAY[3,1], NULL, nan(), 'ä'), (2, NULL, ARRAY[3,1], SMALLINT '-2', -7.75E0, 'a'), (3, 0.1E0, NULL, SMALLINT '32767', nan(), 'a')) t(c0, c1, c2, c3, c4, c5) GROUP BY c0 % 2 ORDER BY 1
SELECT c1, c2, grouping(c1, c2), bitwise_and_agg(c3) FILTER (WHERE c2 IS NULL) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789 UTC', ARRAY[1E0,2E0], BIGINT '9223372036854775807'), (1, TIMESTAMP '2024-02-29 12:34:56.789 UTC', NULL, BIGINT '1'), (2, TIMESTAMP '2024-02-29 13:34:56.789 Europe/Berlin', ARRAY[nan()], BIGINT '9223372036854775807'), (3, TIMESTAMP '2024-02-29 12:34:56.789 UTC', NULL, BIGINT '-9223372036854775807' - 1)) t(c0, c1, c2, c3) GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), var_pop(c3) FROM (VALUES (0, TIME '12:34:56.789', CHAR 'a  ', REAL '1'), (1, NULL, CHAR 'a  ', REAL '1'), (2, TIME '23:59:59.999', CAST('' AS char(3)), CAST(nan() AS real)), (3, TIME '23:59:59.999', CHAR 'a  ', CAST(nan() AS real)), (4, TIME '00:00:00.000', CAST('' AS char(3)), REAL '-0.0'), (5, TIME '00:00:00.000', NULL, CAST(nan() AS real))) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY GROUPING SETS ((), (c1), (c1, c2)) HAVING count(*) > 1 ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), any_value(c3 ORDER BY c0), count(DISTINCT c4) FILTER (WHERE c0 > 2) FROM (VALUES (0, CAST('a' AS varchar(3)), X'00', INTERVAL '1' MONTH, CAST('a' AS varchar(3))), (1, CAST('a' AS varchar(3)), X'FF', NULL, CAST('bcd' AS varchar(3))), (2, CAST('a' AS varchar(3)), X'FF', INTERVAL '2' YEAR, CAST('a' AS varchar(3))), (3, CAST('bcd' AS varchar(3)), X'00', INTERVAL '2' YEAR, NULL)) t(c0, c1, c2, c3, c4) GROUP BY CUBE(c1, c2) ORDER BY 1, 2, 3
SELECT min_by(c3, c4) FILTER (WHERE c0 < 0) FROM (VALUES (0, BIGINT '9223372036854775807', BIGINT '9223372036854775807', ROW(1, 'a'), TIME '12:34:56.789'), (1, BIGINT '0', BIGINT '0', ROW(1, 'a'), NULL), (2, BIGINT '-9223372036854775807' - 1, BIGINT '9007199254740993', ROW(2, 'b'), TIME '23:59:59.999'), (3, BIGINT '4611686018427387904', BIGINT '9223372036854775807', ROW(2, 'b'), TIME '12:34:56.789'), (4, BIGINT '4611686018427387904', NULL, ROW(1, 'b'), TIME '12:34:56.789')) t(c0, c1, c2, c3, c4)
SELECT c1, c2, grouping(c1, c2), count(DISTINCT c3) FILTER (WHERE c0 < 0), avg(DISTINCT c4) FROM (VALUES (0, INTERVAL '1' DAY, SMALLINT '1', X'00', 1E0), (1, INTERVAL '-3' HOUR, SMALLINT '32767', X'FF', -0E0)) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY ROLLUP(c1, c2) HAVING count(*) > 1 ORDER BY 1, 2, 3
SELECT max(c3 ORDER BY c0), reduce_agg(c4, 0, (s, x) -> s + x, (s, x) -> s + x) FILTER (WHERE NULL) FROM (VALUES (0, INTERVAL '1' MONTH, CHAR 'a  ', TINYINT '1', 1), (1, INTERVAL '1' MONTH, CAST('b' AS char(3)), TINYINT '127', 3), (2, INTERVAL '2' YEAR, CAST('' AS char(3)), TINYINT '127', -1), (3, INTERVAL '1' MONTH, NULL, NULL, 2), (4, INTERVAL '-14' MONTH, CAST('b' AS char(3)), NULL, 1), (5, NULL, CAST('b' AS char(3)), NULL, -2147483648)) t(c0, c1, c2, c3, c4) WHERE c0 > 0 HAVING count(*) > 1
SELECT c1, c2, grouping(c1, c2), histogram(c3), regr_slope(c4, c5) FILTER (WHERE c2 IS NULL) FROM (VALUES (0, SMALLINT '1', REAL '1', DATE '2024-02-29', 1E0, REAL '1'), (1, SMALLINT '-2', REAL '1.4E-45', DATE '1969-12-31', 3E0, REAL '1'), (2, SMALLINT '32767', REAL '2.5', DATE '2024-03-01', NULL, REAL '0.1'), (3, SMALLINT '1', REAL '1', DATE '1969-12-31', 1.5E0, REAL '0.1'), (4, NULL, REAL '0.0', DATE '2024-03-01', -infinity(), CAST(nan() AS real))) t(c0, c1, c2, c3, c4, c5) WHERE c0 > 0 GROUP BY CUBE(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, reduce_agg(c3, 0, (s, x) -> s + x, (s, x) -> s + x), var_samp(c4) FROM (VALUES (0, 'a', CAST('a' AS varchar(3)), 1, REAL '1'), (1, 'B', CAST('bcd' AS varchar(3)), 0, REAL '3.4028235E38'), (2, '', CAST('bcd' AS varchar(3)), 2, REAL '-0.0'), (3, '😀', NULL, -2147483648, NULL), (4, 'B', CAST('a' AS varchar(3)), -1, REAL '-0.0'), (5, 'B', NULL, 2147483647, REAL '-1.25'), (6, '', CAST('a' AS varchar(3)), 2, REAL '2.5'), (7, 'B', NULL, 3, REAL '0.1')) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY c1, c2 ORDER BY 1, 2
SELECT map_union(c3 ORDER BY c1 DESC, c0), approx_most_frequent(2, c4, 10) FROM (VALUES (0, ROW(1, 'a'), ARRAY[1,2], MAP(ARRAY['a','b'], ARRAY[1,2]), 1), (1, NULL, ARRAY[], MAP(ARRAY['b'], ARRAY[NULL]), 1), (2, ROW(1, 'b'), NULL, MAP(ARRAY['b'], ARRAY[NULL]), 0), (3, ROW(1, 'b'), ARRAY[1,2], MAP(ARRAY['b'], ARRAY[NULL]), 0), (4, ROW(1, 'b'), NULL, MAP(), 3), (5, NULL, ARRAY[1,2], MAP(ARRAY['b'], ARRAY[NULL]), 2147483647)) t(c0, c1, c2, c3, c4) WHERE c0 > 0
SELECT c1, c2, grouping(c1, c2), max(c3), every(c4) FROM (VALUES (0, true, DATE '2024-02-29', CAST('a' AS varchar(3)), true), (1, false, DATE '2024-03-01', NULL, true), (2, false, DATE '2024-02-29', CAST('bcd' AS varchar(3)), true)) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), regr_slope(c3, c4 ORDER BY c2 NULLS FIRST, c0 DESC), stddev(c5) FILTER (WHERE c2 IS NULL) FROM (VALUES (0, TINYINT '1', X'00', 1, SMALLINT '1', 1), (1, NULL, NULL, 2, SMALLINT '32767', NULL)) t(c0, c1, c2, c3, c4, c5) WHERE c0 > 100 GROUP BY CUBE(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), cardinality(approx_set(c3)) FROM (VALUES (0, true, TIME '12:34:56.789', 'a')) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), count(c3) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789012', true, 1E0), (1, TIMESTAMP '2024-02-29 12:34:56.789012', false, -1.7976931348623157E308), (2, TIMESTAMP '2024-02-29 12:34:56.789012', NULL, -infinity()), (3, TIMESTAMP '1969-12-31 23:59:59.999999', true, 2.25E0), (4, TIMESTAMP '1969-12-31 23:59:59.999999', true, -0E0)) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY c1, ROLLUP(c2) HAVING count(*) > 1 ORDER BY 1, 2, 3
SELECT value_at_quantile(tdigest_agg(c3), 0.5E0) FILTER (WHERE c0 % 2 = 0), stddev_pop(c4) FROM (VALUES (0, TIME '12:34:56.789', CAST('a' AS varchar(3)), 1E0, SMALLINT '1'), (1, TIME '23:59:59.999', CAST('bcd' AS varchar(3)), 1E16, SMALLINT '32767'), (2, TIME '00:00:00.000', CAST('a' AS varchar(3)), -1.7976931348623157E308, NULL)) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY ()
SELECT c1, geometric_mean(c3) FILTER (WHERE c1 IS NOT NULL), approx_most_frequent(2, c4, 10) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789 UTC', 'a', TINYINT '1', 1), (1, TIMESTAMP '2024-02-29 13:34:56.789 Europe/Berlin', 'a', TINYINT '1', 3)) t(c0, c1, c2, c3, c4) GROUP BY c1 ORDER BY 1
SELECT c1, c2, grouping(c1, c2), multimap_agg(c3, c4 ORDER BY c0) FROM (VALUES (0, INTERVAL '1' MONTH, ROW(1, 'a'), TIME '12:34:56.789', TIME '12:34:56.789'), (1, INTERVAL '1' MONTH, ROW(2, 'b'), TIME '23:59:59.999', TIME '23:59:59.999')) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY GROUPING SETS ((), (c1), (c1, c2)) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), max(DISTINCT c3), histogram(c4) FROM (VALUES (0, TIME '12:34:56.789', TINYINT '1', CAST('a' AS varchar(3)), ARRAY[1,2]), (1, TIME '12:34:56.789', TINYINT '-128', CAST('a' AS varchar(3)), ARRAY[1,2])) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT bitwise_and_agg(c3) FILTER (WHERE c2 IS NULL), approx_distinct(c4) FROM (VALUES (0, 1, true, 1, CAST('a' AS varchar(3))), (1, NULL, NULL, -1, CAST('bcd' AS varchar(3))), (2, NULL, true, 2147483647, NULL), (3, 2, NULL, NULL, CAST('bcd' AS varchar(3))), (4, 1, false, -2147483648, NULL)) t(c0, c1, c2, c3, c4) GROUP BY ()
SELECT c1, c2, grouping(c1, c2), regr_intercept(c3, c4) FROM (VALUES (0, SMALLINT '1', TIMESTAMP '2024-02-29 12:34:56.789012', TINYINT '1', REAL '1'), (1, NULL, TIMESTAMP '1969-12-31 23:59:59.999999', TINYINT '127', REAL '0.1'), (2, NULL, NULL, TINYINT '127', REAL '1.4E-45'), (3, NULL, NULL, TINYINT '127', REAL '3.4028235E38'), (4, NULL, TIMESTAMP '2024-02-29 12:34:56.789012', TINYINT '127', REAL '-0.0')) t(c0, c1, c2, c3, c4) GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT histogram(c3), listagg(c4, ',') WITHIN GROUP ( ORDER BY c2 NULLS FIRST, c0 DESC) FROM (VALUES (0, ARRAY[1E0,2E0], DECIMAL '1.00', CHAR 'a  ', 'a')) t(c0, c1, c2, c3, c4) WHERE c0 > 100 HAVING count(*) > 1
SELECT c1, c2, stddev_pop(c3) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789 UTC', INTERVAL '1' DAY, 1), (1, TIMESTAMP '2024-02-29 18:04:56.789 +05:30', INTERVAL '0.5' SECOND, 1), (2, NULL, INTERVAL '0.5' SECOND, 1), (3, NULL, INTERVAL '1' DAY, -1), (4, NULL, INTERVAL '-3' HOUR, 2), (5, NULL, INTERVAL '1' DAY, 0), (6, TIMESTAMP '2024-01-01 00:00:00.000 America/New_York', INTERVAL '-3' HOUR, 3)) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY c1, c2 ORDER BY 1, 2
SELECT every(DISTINCT c3), array_agg(DISTINCT c4 ORDER BY c4) FILTER (WHERE c1 IS NOT NULL) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789', ARRAY[1,2], true, 1E0), (1, NULL, ARRAY[1,2], NULL, 1.5E0), (2, NULL, ARRAY[1,2], true, -7.75E0)) t(c0, c1, c2, c3, c4) WHERE c0 > 0
SELECT stddev(c3), stddev(c4) FILTER (WHERE NULL) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789 UTC', INTERVAL '1' MONTH, 1, SMALLINT '1'), (1, TIMESTAMP '2024-02-29 13:34:56.789 Europe/Berlin', INTERVAL '2' YEAR, -2147483648, SMALLINT '1'), (2, TIMESTAMP '2024-01-01 00:00:00.000 America/New_York', INTERVAL '1' MONTH, 3, NULL), (3, TIMESTAMP '2024-02-29 12:34:56.789 UTC', INTERVAL '2' YEAR, NULL, SMALLINT '1')) t(c0, c1, c2, c3, c4) WHERE c0 > 0
SELECT c1, c2, grouping(c1, c2), count_if(c3) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789012', CAST('a' AS varchar(3)), true)) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, bool_and(c3) FROM (VALUES (0, TINYINT '1', SMALLINT '1', true)) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY c1, c2 ORDER BY 1, 2
SELECT c1, c2, grouping(c1, c2), max(c3, 2) FILTER (WHERE c0 > 2), regr_slope(c4, c5) FROM (VALUES (0, 1, SMALLINT '1', TIMESTAMP '2024-02-29 12:34:56.789012', 1E0, REAL '1')) t(c0, c1, c2, c3, c4, c5) WHERE c0 > 100 GROUP BY GROUPING SETS ((), (c1), (c1, c2)) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), approx_most_frequent(2, c3, 10), checksum(c4) FROM (VALUES (0, TINYINT '1', ARRAY[1,2], BIGINT '9223372036854775807', 1E0)) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), bool_and(c3 ORDER BY c2 NULLS FIRST, c0 DESC) FILTER (WHERE c2 IS NULL), reduce_agg(c4, 0, (s, x) -> s + x, (s, x) -> s + x) FROM (VALUES (0, DATE '2024-02-29', ROW(1, 'a'), true, 1), (1, NULL, NULL, NULL, NULL), (2, DATE '1969-12-31', ROW(1, 'b'), true, 0), (3, DATE '2024-03-01', ROW(2, 'b'), NULL, NULL), (4, DATE '2024-03-01', ROW(1, 'a'), false, 2)) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY CUBE(c1, c2) HAVING count(*) > 1 ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), max_by(c3, c4), max_by(c5, c6) FILTER (WHERE NULL) FROM (VALUES (0, BIGINT '9223372036854775807', REAL '1', TIMESTAMP '2024-02-29 12:34:56.789', TIMESTAMP '2024-02-29 12:34:56.789', REAL '1', X'00'), (1, NULL, REAL '0.0', TIMESTAMP '2024-03-31 02:30:00.000', TIMESTAMP '2024-02-29 12:34:56.789', NULL, X''), (2, NULL, NULL, TIMESTAMP '2024-02-29 12:34:56.789', TIMESTAMP '1969-12-31 23:59:59.999', REAL '0.0', X'FF')) t(c0, c1, c2, c3, c4, c5, c6) WHERE c0 > 0 GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), regr_slope(c3, c4) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789012', TIME '12:34:56.789', BIGINT '9223372036854775807', 1), (1, NULL, TIME '23:59:59.999', BIGINT '0', 2)) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY GROUPING SETS ((), (c1), (c1, c2)) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), approx_most_frequent(2, c3, 10) FILTER (WHERE NULL) FROM (VALUES (0, CAST('999999999999999999999999999999999999.99' AS decimal(38,2)), ARRAY[1,2], BIGINT '9223372036854775807'), (1, CAST('0.01' AS decimal(38,2)), ARRAY[3,1], BIGINT '0'), (2, CAST('999999999999999999999999999999999999.99' AS decimal(38,2)), ARRAY[1], BIGINT '9223372036854775807')) t(c0, c1, c2, c3) GROUP BY CUBE(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), bitwise_and_agg(c3) FILTER (WHERE c0 > 2) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789', DECIMAL '1.00', 1)) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), var_samp(c3) FROM (VALUES (0, TIME '12:34:56.789', 1E0, REAL '1'), (1, TIME '00:00:00.000', 1E16, REAL '0.0'), (2, NULL, nan(), CAST(infinity() AS real))) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY ROLLUP(c1, c2) HAVING count(*) > 1 ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), bool_or(c3) FILTER (WHERE c0 % 2 = 0) FROM (VALUES (0, DATE '2024-02-29', REAL '1', true), (1, DATE '1969-12-31', CAST(infinity() AS real), false)) t(c0, c1, c2, c3) GROUP BY GROUPING SETS ((), (c1), (c1, c2)) ORDER BY 1, 2, 3
SELECT array_agg(c3 ORDER BY c0) FROM (VALUES (0, 'a', ARRAY[1E0,2E0], CAST('a' AS varchar(3))), (1, 'a ', ARRAY[0E0], CAST('bcd' AS varchar(3)))) t(c0, c1, c2, c3) WHERE c0 > 0
SELECT arbitrary(c3 ORDER BY c2 NULLS FIRST, c0 DESC) FROM (VALUES (0, ARRAY[1,2], ARRAY[1E0,2E0], true), (1, ARRAY[1,2], NULL, false), (2, ARRAY[3,1], ARRAY[0E0], true), (3, ARRAY[], ARRAY[1E0,2E0], NULL), (4, ARRAY[3,1], ARRAY[1E0,2E0], false), (5, ARRAY[1], ARRAY[0E0], NULL), (6, ARRAY[1], ARRAY[0E0], false)) t(c0, c1, c2, c3) GROUP BY ()
SELECT c0 % 2, var_pop(c3) FROM (VALUES (0, BIGINT '9223372036854775807', X'00', BIGINT '9223372036854775807'), (1, BIGINT '9007199254740993', X'00', NULL), (2, NULL, X'FF', BIGINT '-9223372036854775807' - 1), (3, BIGINT '4611686018427387904', X'', NULL), (4, BIGINT '9223372036854775807', NULL, BIGINT '4611686018427387904')) t(c0, c1, c2, c3) GROUP BY c0 % 2 ORDER BY 1
SELECT c1, c2, grouping(c1, c2), reduce_agg(c3, 0, (s, x) -> s + x, (s, x) -> s + x) FROM (VALUES (0, BIGINT '9223372036854775807', TIME '12:34:56.789', 1), (1, BIGINT '9223372036854775807', NULL, 3), (2, BIGINT '9007199254740993', TIME '00:00:00.000', 2), (3, BIGINT '-1', TIME '00:00:00.000', 0)) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT geometric_mean(c3), stddev(c4) FILTER (WHERE c0 > 2) FROM (VALUES (0, CAST('999999999999999999999999999999999999.99' AS decimal(38,2)), TINYINT '1', SMALLINT '1', 1E0), (1, CAST('999999999999999999999999999999999999.99' AS decimal(38,2)), TINYINT '-128', SMALLINT '1', NULL), (2, CAST(1 AS decimal(38,2)), TINYINT '1', SMALLINT '32767', 1E0), (3, CAST('0.01' AS decimal(38,2)), TINYINT '1', NULL, 0.1E0), (4, NULL, TINYINT '-128', SMALLINT '-2', 1.5E0)) t(c0, c1, c2, c3, c4) WHERE c0 > 0
SELECT c1, c2, grouping(c1, c2), approx_most_frequent(2, c3, 10), max(c4, 2) FROM (VALUES (0, ROW(1, 'a'), TINYINT '1', BIGINT '9223372036854775807', 'a'), (1, ROW(1, 'b'), TINYINT '-128', BIGINT '0', 'ab'), (2, ROW(1, 'a'), TINYINT '-128', BIGINT '9007199254740993', 'B'), (3, ROW(1, 'b'), TINYINT '-128', BIGINT '9007199254740993', NULL)) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY CUBE(c1, c2) HAVING count(*) > 1 ORDER BY 1, 2, 3
SELECT c1, c2, variance(c3) FILTER (WHERE c0 < 0), geometric_mean(c4) FROM (VALUES (0, TIME '12:34:56.789', ROW(1, 'a'), TINYINT '1', 1E0), (1, NULL, NULL, NULL, 2.25E0), (2, NULL, ROW(1, 'a'), TINYINT '-128', -0E0)) t(c0, c1, c2, c3, c4) GROUP BY c1, c2 ORDER BY 1, 2
SELECT c1, covar_pop(c3, c4) FROM (VALUES (0, SMALLINT '1', X'00', DECIMAL '1.00', SMALLINT '1'), (1, SMALLINT '32767', X'', DECIMAL '1.00', SMALLINT '1'), (2, SMALLINT '32767', X'00', DECIMAL '1.00', NULL), (3, SMALLINT '-2', X'0001', NULL, SMALLINT '1'), (4, SMALLINT '1', NULL, NULL, NULL), (5, SMALLINT '-2', X'', DECIMAL '2.25', NULL), (6, NULL, X'0001', DECIMAL '-1.50', NULL), (7, SMALLINT '32767', X'', DECIMAL '1.00', SMALLINT '32767')) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY c1 ORDER BY 1
SELECT c1, stddev(c3), map_union(c4 ORDER BY c1, c0) FILTER (WHERE c1 IS NOT NULL) FROM (VALUES (0, ROW(1, 'a'), TIMESTAMP '2024-02-29 12:34:56.789 UTC', DECIMAL '1.00', MAP(ARRAY['a','b'], ARRAY[1,2])), (1, ROW(1, 'b'), NULL, DECIMAL '2.25', MAP(ARRAY['a','b'], ARRAY[1,2]))) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY c1 ORDER BY 1
SELECT c1, c2, grouping(c1, c2), array_agg(c3 ORDER BY c1, c0) FILTER (WHERE c0 > 2), kurtosis(c4) FILTER (WHERE c0 > 2) FROM (VALUES (0, 'a', 1E0, DECIMAL '1.00', REAL '1')) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), stddev(c3) FILTER (WHERE NULL), skewness(c4) FILTER (WHERE NULL) FROM (VALUES (0, true, X'00', 1E0, CAST('999999999999999999999999999999999999.99' AS decimal(38,2))), (1, false, X'FF', -0E0, CAST(1 AS decimal(38,2))), (2, true, X'0001', 0E0, CAST('0.01' AS decimal(38,2))), (3, true, X'0001', 1E16, CAST('999999999999999999999999999999999999.99' AS decimal(38,2)))) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY GROUPING SETS ((), (c1), (c1, c2)) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), approx_distinct(c3) FILTER (WHERE c0 > 2) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789012', INTERVAL '1' MONTH, CAST('999999999999999999999999999999999999.99' AS decimal(38,2))), (1, TIMESTAMP '2024-02-29 12:34:56.789012', INTERVAL '2' YEAR, NULL)) t(c0, c1, c2, c3) GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), min(c3, 2), every(c4) FROM (VALUES (0, DECIMAL '1.00', TIME '12:34:56.789', INTERVAL '1' MONTH, true)) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT c1, c2, array_agg(c3 ORDER BY c1 DESC, c0), skewness(c4) FROM (VALUES (0, REAL '1', SMALLINT '1', ARRAY[1E0,2E0], 1), (1, CAST(infinity() AS real), SMALLINT '32767', ARRAY[1E0,2E0], 3)) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY c1, c2 HAVING count(*) > 1 ORDER BY 1, 2
SELECT c1, c2, grouping(c1, c2), approx_percentile(c3, ARRAY[0E0, 0.3E0, 1E0]), map_union(c4 ORDER BY c1, c0) FROM (VALUES (0, SMALLINT '1', true, TINYINT '1', MAP(ARRAY['a','b'], ARRAY[1,2]))) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY CUBE(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), approx_distinct(c3) FILTER (WHERE c2 IS NULL), min_by(c4, c5) FILTER (WHERE c0 < 0) FROM (VALUES (0, CHAR 'a  ', TIMESTAMP '2024-02-29 12:34:56.789', REAL '1', X'00', 'a'), (1, CAST('b' AS char(3)), TIMESTAMP '1969-12-31 23:59:59.999', NULL, X'FF', 'ä'), (2, CAST('' AS char(3)), TIMESTAMP '1969-12-31 23:59:59.999', REAL '3.4028235E38', X'0001', 'ä')) t(c0, c1, c2, c3, c4, c5) WHERE c0 > 0 GROUP BY CUBE(c1, c2) ORDER BY 1, 2, 3
SELECT variance(c3) FROM (VALUES (0, X'00', TIME '12:34:56.789', CAST('999999999999999999999999999999999999.99' AS decimal(38,2))), (1, X'FF', TIME '23:59:59.999', CAST('-999999999999999999999999999999999999.99' AS decimal(38,2))), (2, X'', TIME '00:00:00.000', CAST('0.01' AS decimal(38,2))), (3, X'00', TIME '12:34:56.789', CAST('999999999999999999999999999999999999.99' AS decimal(38,2)))) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY ()
SELECT c1, c2, grouping(c1, c2), skewness(c3), any_value(c4 ORDER BY c1, c0) FROM (VALUES (0, 1E0, 1, 1, CHAR 'a  '), (1, nan(), 1, 2147483647, CAST('b' AS char(3))), (2, -infinity(), -1, 3, CAST('b' AS char(3))), (3, 0E0, 2147483647, NULL, CAST('' AS char(3)))) t(c0, c1, c2, c3, c4) GROUP BY GROUPING SETS ((), (c1), (c1, c2)) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), count_if(c3) FROM (VALUES (0, 1, TIMESTAMP '2024-02-29 12:34:56.789012', true), (1, 0, TIMESTAMP '1969-12-31 23:59:59.999999', true), (2, 2, TIMESTAMP '2024-02-29 12:34:56.789012', true), (3, -2147483648, TIMESTAMP '1969-12-31 23:59:59.999999', false), (4, 3, TIMESTAMP '2024-02-29 12:34:56.789012', false), (5, 0, TIMESTAMP '1969-12-31 23:59:59.999999', NULL)) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY CUBE(c1, c2) ORDER BY 1, 2, 3
SELECT c1, cardinality(approx_set(c3)) FILTER (WHERE c0 < 0), regr_intercept(c4, c5) FILTER (WHERE NULL) FROM (VALUES (0, INTERVAL '1' MONTH, SMALLINT '1', BIGINT '9223372036854775807', 1E0, 1E0), (1, INTERVAL '1' MONTH, SMALLINT '1', BIGINT '-1', 3E0, -infinity()), (2, INTERVAL '1' MONTH, SMALLINT '-2', BIGINT '9223372036854775807', 0E0, NULL)) t(c0, c1, c2, c3, c4, c5) GROUP BY c1 ORDER BY 1
SELECT regr_slope(c3, c4) FILTER (WHERE c0 > 2) FROM (VALUES (0, ARRAY[1,2], DATE '2024-02-29', TINYINT '1', 1E0), (1, ARRAY[1,2], DATE '1969-12-31', TINYINT '127', 0.1E0), (2, NULL, DATE '1969-12-31', NULL, 2.25E0), (3, ARRAY[1], DATE '2024-02-29', NULL, nan()), (4, ARRAY[1,2], DATE '0001-01-01', TINYINT '1', NULL), (5, ARRAY[1,2], DATE '1969-12-31', NULL, 3E0), (6, ARRAY[], NULL, TINYINT '127', -7.75E0), (7, ARRAY[3,1], DATE '2024-03-01', TINYINT '1', -7.75E0)) t(c0, c1, c2, c3, c4) WHERE c0 > 0
SELECT c1, c2, approx_distinct(c3) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789', ARRAY[1E0,2E0], REAL '1')) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY c1, c2 ORDER BY 1, 2
SELECT c1, c2, approx_percentile(c3, ARRAY[0E0, 0.3E0, 1E0]) FILTER (WHERE c2 IS NULL) FROM (VALUES (0, ARRAY[1,2], DECIMAL '1.00', TINYINT '1'), (1, NULL, DECIMAL '-1.50', TINYINT '1'), (2, ARRAY[1], DECIMAL '-999.99', TINYINT '-128'), (3, ARRAY[1], DECIMAL '0.01', NULL), (4, NULL, DECIMAL '2.25', TINYINT '1'), (5, ARRAY[1], DECIMAL '999.99', TINYINT '127')) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY c1, c2 ORDER BY 1, 2
SELECT c1, any_value(c3 ORDER BY c1 DESC, c0) FILTER (WHERE c1 IS NOT NULL) FROM (VALUES (0, ARRAY[1E0,2E0], INTERVAL '1' MONTH, TIMESTAMP '2024-02-29 12:34:56.789')) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY c1 ORDER BY 1
SELECT c1, c2, grouping(c1, c2), stddev(c3), max(c4) FROM (VALUES (0, DATE '2024-02-29', BIGINT '9223372036854775807', TINYINT '1', 1), (1, DATE '1969-12-31', BIGINT '4611686018427387904', TINYINT '127', 1), (2, DATE '2024-02-29', BIGINT '-1', TINYINT '-128', NULL), (3, DATE '2024-02-29', BIGINT '-9223372036854775807' - 1, TINYINT '-128', -1)) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, bitwise_or_agg(c3), cardinality(approx_set(c4)) FILTER (WHERE NULL) FROM (VALUES (0, REAL '1', 1, BIGINT '9223372036854775807', 1E0), (1, NULL, 1, BIGINT '-9223372036854775807' - 1, -7.75E0), (2, REAL '0.1', -2147483648, BIGINT '9223372036854775807', -1.7976931348623157E308), (3, CAST(nan() AS real), 0, BIGINT '0', -0E0)) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY c1, c2 ORDER BY 1, 2
SELECT c1, c2, grouping(c1, c2), min(c3) FROM (VALUES (0, CAST('a' AS varchar(3)), INTERVAL '1' MONTH, ARRAY[1E0,2E0])) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), approx_most_frequent(2, c3, 10), map_union(c4 ORDER BY c1, c0) FROM (VALUES (0, TINYINT '1', CHAR 'a  ', 1, MAP(ARRAY['a','b'], ARRAY[1,2]))) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY ROLLUP(c1, c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), value_at_quantile(tdigest_agg(c3), 0.5E0), bitwise_or_agg(c4) FROM (VALUES (0, INTERVAL '1' DAY, TIME '12:34:56.789', 1E0, SMALLINT '1'), (1, INTERVAL '1' DAY, TIME '12:34:56.789', -infinity(), SMALLINT '1')) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT c0 % 2, corr(c3, c4) FROM (VALUES (0, X'00', TIMESTAMP '2024-02-29 12:34:56.789 UTC', TINYINT '1', REAL '1'), (1, X'0001', TIMESTAMP '2024-02-29 13:34:56.789 Europe/Berlin', TINYINT '1', REAL '-0.0'), (2, NULL, TIMESTAMP '2024-02-29 13:34:56.789 Europe/Berlin', TINYINT '1', NULL)) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY c0 % 2 ORDER BY 1
SELECT c0 % 2, skewness(c3) FROM (VALUES (0, CAST('a' AS varchar(3)), INTERVAL '1' DAY, TINYINT '1'), (1, NULL, INTERVAL '0.5' SECOND, TINYINT '127'), (2, CAST('a' AS varchar(3)), INTERVAL '1' DAY, TINYINT '-128')) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY c0 % 2 ORDER BY 1
SELECT c1, c2, bool_and(c3), approx_percentile(c4, ARRAY[0E0, 0.3E0, 1E0]) FILTER (WHERE c1 IS NOT NULL) FROM (VALUES (0, 1, ROW(1, 'a'), true, TINYINT '1'), (1, 2, ROW(1, 'b'), NULL, TINYINT '127'), (2, 2147483647, NULL, true, TINYINT '127'), (3, 3, ROW(2, 'b'), false, TINYINT '-128'), (4, NULL, ROW(2, 'b'), NULL, TINYINT '127'), (5, 2, ROW(1, 'a'), NULL, TINYINT '-128')) t(c0, c1, c2, c3, c4) WHERE c0 > 100 GROUP BY c1, c2 ORDER BY 1, 2
SELECT c1, c2, any_value(c3 ORDER BY c2 NULLS FIRST, c0 DESC) FROM (VALUES (0, CAST('a' AS varchar(3)), 'a', X'00'), (1, CAST('a' AS varchar(3)), '😀', X'FF')) t(c0, c1, c2, c3) WHERE c0 > 0 GROUP BY c1, c2 ORDER BY 1, 2
SELECT c0 % 2, map_union(c3 ORDER BY c1, c0) FROM (VALUES (0, ROW(1, 'a'), INTERVAL '1' MONTH, MAP(ARRAY['a','b'], ARRAY[1,2]))) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY c0 % 2 ORDER BY 1
SELECT stddev(c3) FILTER (WHERE c0 < 0), every(c4) FROM (VALUES (0, TIMESTAMP '2024-02-29 12:34:56.789 UTC', CAST('a' AS varchar(3)), SMALLINT '1', true), (1, TIMESTAMP '2024-01-01 00:00:00.000 America/New_York', CAST('bcd' AS varchar(3)), SMALLINT '-2', true), (2, NULL, CAST('a' AS varchar(3)), SMALLINT '1', true), (3, TIMESTAMP '2024-02-29 13:34:56.789 Europe/Berlin', CAST('a' AS varchar(3)), SMALLINT '1', NULL)) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY ()
SELECT c1, c2, grouping(c1, c2), map_union(c3 ORDER BY c0) FROM (VALUES (0, CAST('a' AS varchar(3)), TIMESTAMP '2024-02-29 12:34:56.789012', MAP(ARRAY['a','b'], ARRAY[1,2])), (1, CAST('bcd' AS varchar(3)), TIMESTAMP '2024-02-29 12:34:56.789012', MAP(ARRAY['b'], ARRAY[NULL])), (2, CAST('bcd' AS varchar(3)), TIMESTAMP '2024-02-29 12:34:56.789012', NULL)) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY GROUPING SETS ((), (c1), (c1, c2)) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), var_samp(c3) FROM (VALUES (0, true, TIMESTAMP '2024-02-29 12:34:56.789 UTC', TINYINT '1')) t(c0, c1, c2, c3) WHERE c0 > 100 GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT c1, c2, grouping(c1, c2), corr(c3, c4), kurtosis(c5) FROM (VALUES (0, CAST('999999999999999999999999999999999999.99' AS decimal(38,2)), DECIMAL '1.00', DECIMAL '1.00', BIGINT '9223372036854775807', BIGINT '9223372036854775807'), (1, CAST('0.01' AS decimal(38,2)), DECIMAL '999.99', DECIMAL '0.01', BIGINT '9007199254740993', BIGINT '0')) t(c0, c1, c2, c3, c4, c5) WHERE c0 > 0 GROUP BY c1, ROLLUP(c2) ORDER BY 1, 2, 3
SELECT approx_most_frequent(2, c3, 10), reduce_agg(c4, 0, (s, x) -> s + x, (s, x) -> s + x) FILTER (WHERE c0 % 2 = 0) FROM (VALUES (0, CAST('a' AS varchar(3)), true, 1, 1), (1, NULL, NULL, 0, -1), (2, CAST('bcd' AS varchar(3)), true, -2147483648, 0), (3, CAST('a' AS varchar(3)), NULL, 0, 2), (4, CAST('bcd' AS varchar(3)), NULL, 2147483647, 2147483647), (5, CAST('a' AS varchar(3)), true, 3, -1)) t(c0, c1, c2, c3, c4)
SELECT c1, c2, grouping(c1, c2), corr(c3, c4) FROM (VALUES (0, DATE '2024-02-29', BIGINT '9223372036854775807', 1E0, SMALLINT '1'), (1, DATE '2024-02-29', BIGINT '9223372036854775807', 2.25E0, SMALLINT '1'), (2, NULL, BIGINT '0', 3E0, SMALLINT '1'), (3, DATE '2024-02-29', BIGINT '4611686018427387904', 0.1E0, SMALLINT '-2')) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY CUBE(c1, c2) ORDER BY 1, 2, 3
SELECT any_value(c3 ORDER BY c1, c0), min(c4 ORDER BY c2 NULLS FIRST, c0 DESC) FILTER (WHERE c0 < 0) FROM (VALUES (0, DECIMAL '1.00', 1E0, 1E0, ROW(1, 'a')), (1, DECIMAL '1.00', 2.25E0, 1.7976931348623157E308, NULL), (2, DECIMAL '999.99', infinity(), 1.7976931348623157E308, ROW(1, 'a'))) t(c0, c1, c2, c3, c4) WHERE c0 > 0 GROUP BY ()
-- NaN, and groups of nothing
SELECT x, count(*) FROM (VALUES nan(), nan(), 0E0, -0E0, NULL, NULL) t(x) GROUP BY x ORDER BY 1
SELECT DISTINCT x FROM (VALUES nan(), nan(), 0E0, -0E0, NULL, NULL) t(x) ORDER BY 1
SELECT count(DISTINCT x), approx_distinct(x) FROM (VALUES nan(), nan(), 0E0, -0E0, NULL) t(x)
SELECT array_agg(DISTINCT x ORDER BY x) FROM (VALUES nan(), nan(), 0E0, -0E0, NULL) t(x)
SELECT x, y, count(*), grouping(x, y) FROM (VALUES (1, NULL), (NULL, 2), (NULL, NULL)) t(x, y) GROUP BY CUBE(x, y) ORDER BY 4, 1, 2
SELECT x, sum(y) FILTER (WHERE y > 1), count(*) FILTER (WHERE false) FROM (VALUES (1, 2), (1, 1), (2, 1)) t(x, y) GROUP BY x ORDER BY 1
SELECT grouping(x) FROM (VALUES 1) t(x) GROUP BY GROUPING SETS (x, ()) ORDER BY 1
SELECT x + 1, count(*) FROM (VALUES 1, 2) t(x) GROUP BY ROLLUP(x + 1) ORDER BY 1
SELECT x + 1, count(*) FROM (VALUES 1, 2) t(x) GROUP BY ROLLUP(1) ORDER BY 1
SELECT sum(x) FROM (VALUES 1) t(x) WHERE false HAVING count(*) = 0
SELECT sum(x) FROM (VALUES 1) t(x) WHERE false GROUP BY ()
SELECT sum(x) FROM (VALUES 1) t(x) WHERE false GROUP BY GROUPING SETS ((), ())
SELECT x, sum(x) FROM (VALUES 1) t(x) WHERE false GROUP BY CUBE(x)
SELECT sum(x), avg(x), min(x), max(x), count(x), array_agg(x), stddev(x), approx_percentile(x, 0.5), bool_and(x > 1), arbitrary(x), checksum(x), histogram(x), map_agg(x, x), max_by(x, x), geometric_mean(x), corr(x, x), skewness(x), listagg(CAST(x AS varchar), ',') WITHIN GROUP (ORDER BY x), approx_distinct(x), approx_set(x), every(x > 1), bitwise_and_agg(x), numeric_histogram(2, x), count_if(x > 1) FROM (VALUES 1) t(x) WHERE false
SELECT sum(x), avg(x), min(x), max(x), count(x), array_agg(x), stddev(x), approx_percentile(x, 0.5), bool_and(x > 1), arbitrary(x), checksum(x), histogram(x), map_agg(x, x), max_by(x, x), geometric_mean(x), corr(x, x), skewness(x), approx_distinct(x), every(x > 1), bitwise_and_agg(x), numeric_histogram(2, x), count_if(x > 1) FROM (VALUES CAST(NULL AS integer), NULL) t(x)
SELECT avg(x) FROM (VALUES INTERVAL '1' SECOND, INTERVAL '0.5' SECOND, INTERVAL '-3' SECOND) t(x)
SELECT avg(x), sum(x) FROM (VALUES DECIMAL '1', DECIMAL '2') t(x)
SELECT avg(x), sum(x) FROM (VALUES DECIMAL '0.5', DECIMAL '0.4', NULL) t(x)
SELECT sum(x) FROM (VALUES 2147483647, 1) t(x)
SELECT sum(x) FROM (VALUES CAST('99999999999999999999999999999999999999' AS decimal(38,0)), CAST(1 AS decimal(38,0))) t(x)
SELECT max(x), min(x) FROM (VALUES TIMESTAMP '2024-02-29 12:34:56.789 UTC', TIMESTAMP '2024-02-29 13:34:56.789 Europe/Berlin') t(x)
SELECT count(DISTINCT x) FROM (VALUES TIMESTAMP '2024-02-29 12:34:56.789 UTC', TIMESTAMP '2024-02-29 13:34:56.789 Europe/Berlin') t(x)
SELECT listagg(x, ',') WITHIN GROUP (ORDER BY x DESC) FILTER (WHERE x <> 'b') FROM (VALUES 'a', 'b', 'c', NULL) t(x)
SELECT listagg(DISTINCT x, ',') WITHIN GROUP (ORDER BY x) FROM (VALUES 'a', 'b', 'a') t(x)
SELECT y, listagg(x) WITHIN GROUP (ORDER BY x) FROM (VALUES ('a', 1), ('b', 1), (NULL, 2)) t(x, y) GROUP BY y ORDER BY 1
SELECT min(x), max(x) FROM (VALUES 'b', 'B', 'ä', '😀', '') t(x)
SELECT min(x), max(x) FROM (VALUES X'FF', X'00', X'') t(x)
SELECT min(x), max(x) FROM (VALUES true, false, NULL) t(x)
SELECT min(x), max(x) FROM (VALUES ARRAY[1, 2], ARRAY[1], ARRAY[]) t(x)
SELECT min(x), max(x) FROM (VALUES CAST(ROW(1, 'b') AS row(a integer, b varchar)), ROW(1, 'a')) t(x)
SELECT max(x) FROM (VALUES MAP(ARRAY[1], ARRAY[1])) t(x)
SELECT sum(DISTINCT x), avg(DISTINCT x), count(DISTINCT x) FROM (VALUES 1, 1, 2, NULL) t(x)
SELECT count(DISTINCT x), sum(y), array_agg(DISTINCT y ORDER BY y DESC) FROM (VALUES (1, 2), (1, 3), (2, 2)) t(x, y)
SELECT count(DISTINCT (x, y)) FROM (VALUES (1, 2), (1, 2), (2, NULL), (2, NULL)) t(x, y)
SELECT count(DISTINCT ROW(x, y)) FROM (VALUES (1, 2), (1, 2), (2, NULL), (2, NULL)) t(x, y)
SELECT geometric_mean(x) FROM (VALUES 0, 1) t(x)
SELECT geometric_mean(x) FROM (VALUES -1, 1) t(x)
SELECT entropy(x) FROM (VALUES 1, 2) t(x)
SELECT map_agg(x, y) FROM (VALUES (NULL, 1), (1, NULL)) t(x, y)
SELECT multimap_agg(x, y) FROM (VALUES (1, 1), (1, NULL), (2, 2)) t(x, y)
SELECT histogram(x) FROM (VALUES nan(), nan(), 0E0, -0E0) t(x)
SELECT approx_most_frequent(3, x, 15) FROM (VALUES 1, 2, 2, 3, 3, 3) t(x)
SELECT min_by(x, y), max_by(x, y) FROM (VALUES (1, NULL), (2, 1), (NULL, 0), (3, 1)) t(x, y)
SELECT bool_and(x), bool_or(x), every(x) FROM (VALUES NULL, true) t(x)
SELECT bitwise_and_agg(x), bitwise_or_agg(x) FROM (VALUES BIGINT '-9223372036854775808', BIGINT '5', NULL) t(x)
SELECT var_samp(x), var_pop(x), stddev_samp(x) FROM (VALUES 1) t(x)
SELECT var_samp(x), var_pop(x) FROM (VALUES nan(), 1E0) t(x)
SELECT kurtosis(x), skewness(x) FROM (VALUES 1, 2, 3, 100) t(x)
SELECT corr(x, y), covar_samp(x, y), regr_slope(y, x), regr_intercept(y, x) FROM (VALUES (1, 1), (2, 3), (3, 5), (NULL, 1)) t(x, y)
SELECT approx_percentile(x, w, 0.5E0) FROM (VALUES (1, 1), (2, 5), (3, 1)) t(x, w)
SELECT approx_percentile(x, 1.5E0) FROM (VALUES 1) t(x)
SELECT reduce_agg(x, 0, (a, b) -> a + b, (a, b) -> a + b) FROM (VALUES 1, 2, NULL) t(x)
SELECT histogram(x) FROM (VALUES nan(), 1.5E0, 1E300, 4.9E-324, infinity(), NULL, 1.5E0) t(x)
SELECT histogram(x) FROM (VALUES CAST(nan() AS real), REAL '1.5', REAL '0.1', REAL '3.4028235E38', REAL '0.1') t(x)
SELECT histogram(x) FROM (VALUES ARRAY[nan()], ARRAY[1E0], ARRAY[nan()], ARRAY[2E0]) t(x)
SELECT array_histogram(ARRAY[nan(), nan(), 1E0, 0E0])
SELECT array_distinct(ARRAY[nan(), nan(), 0E0, -0E0]), array_position(ARRAY[1E0, nan()], nan()), contains(ARRAY[nan()], nan()), array_remove(ARRAY[nan(), 1E0], nan())
SELECT array_union(ARRAY[nan()], ARRAY[nan(), 0E0]), array_intersect(ARRAY[nan(), 0E0], ARRAY[nan(), -0E0]), array_except(ARRAY[nan(), 1E0], ARRAY[nan()]), arrays_overlap(ARRAY[nan()], ARRAY[nan()])
SELECT array_max(ARRAY[1E0, nan()]), array_min(ARRAY[1E0, nan()]), array_sort(ARRAY[nan(), 1E0, -infinity(), NULL])
SELECT x FROM (VALUES nan(), 1E0) t(x) WHERE x IN (nan(), 1E0)
SELECT x FROM (VALUES nan(), 1E0) t(x) WHERE x IN (SELECT nan())
SELECT a.x FROM (VALUES nan(), 1E0) a(x) JOIN (VALUES nan(), 1E0) b(x) ON a.x = b.x
SELECT nan() = nan(), nan() < 1E0, nan() > 1E0, nan() <> nan(), nan() IS DISTINCT FROM nan(), nan() BETWEEN 0E0 AND 1E0, greatest(nan(), 1E0), least(nan(), 1E0), nullif(nan(), nan())
SELECT ARRAY[nan()] = ARRAY[nan()], ROW(nan()) = ROW(nan()), ARRAY[nan()] < ARRAY[1E0], ARRAY[1E0] < ARRAY[nan()]
SELECT x FROM (VALUES nan(), 1E0, 2E0, NULL) t(x) WHERE x > 1E0
SELECT x FROM (VALUES nan(), 1E0, 2E0, NULL) t(x) WHERE x <= 1E0
SELECT x FROM (VALUES nan(), 1E0, 2E0, NULL) t(x) WHERE NOT x > 1E0
SELECT count(*) FROM (VALUES nan(), nan(), 1E0) t(x) WHERE x = x
SELECT count(*) FROM (VALUES nan(), 1E0) t(x) WHERE x BETWEEN 1E0 AND infinity()
SELECT a.x, b.x FROM (VALUES nan(), 1E0) a(x) JOIN (VALUES nan(), 2E0) b(x) ON a.x < b.x
SELECT CASE nan() WHEN nan() THEN 1 ELSE 2 END
SELECT x FROM (VALUES nan(), 1E0) t(x) WHERE x = ANY (SELECT nan())
SELECT x FROM (VALUES 1E0, 2E0) t(x) WHERE x <> ALL (SELECT nan())
SELECT x FROM (VALUES 1E0, 2E0) t(x) WHERE x NOT IN (SELECT nan())
SELECT x FROM (VALUES 1E0, 2E0) t(x) WHERE x > ALL (SELECT y FROM (VALUES nan(), 0E0) u(y))
SELECT x FROM (VALUES 1E0, 2E0) t(x) WHERE x > (SELECT max(y) FROM (VALUES nan(), 0E0) u(y))
SELECT approx_percentile(x, 0.5E0) FROM (VALUES nan(), 1E0) t(x)
SELECT sum(x), avg(x), stddev(x), min(x), max(x) FROM (VALUES nan(), 1E0) t(x)
SELECT round(nan(), 2), sign(nan()), floor(nan()), abs(nan()), mod(nan(), 2E0), power(nan(), 0E0), truncate(nan()), CAST(nan() AS varchar)
SELECT width_bucket(nan(), 0E0, 1E0, 4)
SELECT is_nan(nan()), is_finite(nan()), is_infinite(-infinity()), nan() + 1, CAST('NaN' AS double)
SELECT CAST(nan() AS json), json_format(CAST(ARRAY[nan(), infinity()] AS json)), CAST(MAP(ARRAY['a'], ARRAY[nan()]) AS json)
SELECT x FROM (VALUES nan(), 1E0) t(x) WHERE x IN (SELECT y FROM (VALUES nan(), 5E0) u(y))
SELECT x, x IN (SELECT y FROM (VALUES nan(), 5E0) u(y)) FROM (VALUES nan(), 1E0) t(x)
SELECT x, x IN (SELECT nan()) FROM (VALUES nan(), 1E0) t(x)
SELECT x FROM (VALUES nan(), 1E0) t(x) WHERE x IN (SELECT y FROM (VALUES nan()) u(y))
SELECT x FROM (VALUES nan(), 1E0) t(x) WHERE x NOT IN (SELECT y FROM (VALUES nan(), 5E0) u(y))
SELECT x FROM (VALUES 1E0, 2E0, nan()) t(x) WHERE x >= ALL (SELECT y FROM (VALUES nan(), 0E0) u(y))
SELECT x FROM (VALUES 1E0, 2E0, nan()) t(x) WHERE x < ALL (SELECT y FROM (VALUES nan(), 3E0) u(y))
SELECT x FROM (VALUES 1E0, 2E0, nan()) t(x) WHERE x > ANY (SELECT y FROM (VALUES nan(), 0E0) u(y))
SELECT x FROM (VALUES 1E0, 2E0, nan()) t(x) WHERE x < ANY (SELECT y FROM (VALUES nan(), 0E0) u(y))
SELECT x FROM (VALUES 1E0, 2E0, nan()) t(x) WHERE x = ALL (SELECT y FROM (VALUES 1E0, nan()) u(y))
SELECT x FROM (VALUES 1E0, 2E0, nan()) t(x) WHERE x <> ANY (SELECT y FROM (VALUES 1E0, nan()) u(y))
SELECT x FROM (VALUES 1E0, 2E0, nan()) t(x) WHERE x <> ANY (SELECT y FROM (VALUES nan()) u(y))
SELECT x FROM (VALUES 1E0, 2E0, nan()) t(x) WHERE x > ALL (SELECT y FROM (VALUES nan()) u(y))
SELECT x FROM (VALUES 1E0, 2E0, nan()) t(x) WHERE x > ALL (SELECT y FROM (VALUES 0E0, NULL) u(y))
SELECT x, x > ALL (SELECT y FROM (VALUES 0E0, NULL) u(y)), x < ANY (SELECT y FROM (VALUES 0E0, NULL) u(y)) FROM (VALUES 1E0, -1E0) t(x)
SELECT MAP(ARRAY[nan(), 1E0], ARRAY[1, 2])[nan()]
SELECT x[k] FROM (VALUES (MAP(ARRAY[nan(), 1E0], ARRAY[1, 2]), nan())) t(x, k)
SELECT element_at(x, k) FROM (VALUES (MAP(ARRAY[nan(), 1E0], ARRAY[1, 2]), nan()), (MAP(ARRAY[nan(), 1E0], ARRAY[1, 2]), 1E0)) t(x, k)
SELECT element_at(MAP(ARRAY[0E0], ARRAY[1]), -0E0)
SELECT element_at(MAP(ARRAY[ARRAY[nan()]], ARRAY[1]), ARRAY[nan()])
SELECT x FROM (VALUES ARRAY[nan()], ARRAY[1E0]) t(x) WHERE x IN (SELECT ARRAY[nan()])
SELECT a.x FROM (VALUES ARRAY[nan()], ARRAY[1E0]) a(x) JOIN (VALUES ARRAY[nan()], ARRAY[1E0]) b(x) ON a.x = b.x
SELECT a.x, b.y FROM (VALUES 1E0, nan()) a(x) LEFT JOIN (VALUES 1E0, nan()) b(y) ON x = y ORDER BY 1
SELECT a.x, b.y FROM (VALUES 1E0, nan()) a(x) FULL JOIN (VALUES 1E0, nan()) b(y) ON x = y ORDER BY 1, 2
SELECT x FROM (VALUES REAL '1', REAL 'NaN') a(x) WHERE x IN (SELECT y FROM (VALUES REAL 'NaN') b(y))
SELECT x FROM (VALUES 1E0, nan()) a(x) WHERE EXISTS (SELECT 1 FROM (VALUES nan(), 1E0) b(y) WHERE y = x)
SELECT x FROM (VALUES 1E0, nan()) a(x) WHERE NOT EXISTS (SELECT 1 FROM (VALUES nan(), 1E0) b(y) WHERE y = x)
SELECT x FROM (VALUES 1E0, nan()) a(x) WHERE x IN (SELECT y FROM (VALUES nan(), 1E0) b(y)) OR x = 5
SELECT x FROM (VALUES 1E0, nan()) a(x) WHERE x IN (SELECT y FROM (VALUES nan(), 1E0) b(y)) AND x IN (1E0, nan())
SELECT x FROM (VALUES 1E0, nan()) a(x) WHERE (x, 1) IN (SELECT y, 1 FROM (VALUES nan(), 1E0) b(y))
SELECT x, (SELECT max(y) FROM (VALUES (nan(), 1), (1E0, 2)) b(y, z) WHERE y = x) FROM (VALUES 1E0, nan()) a(x)
SELECT count(*) FROM (VALUES 1E0, nan()) a(x) WHERE x = nan()
SELECT x FROM (VALUES 1E0, nan()) a(x) WHERE x NOT IN (nan(), 2E0)
SELECT x FROM (VALUES 1E0, nan()) a(x) WHERE x IS DISTINCT FROM nan()
SELECT DISTINCT x, y FROM (VALUES (nan(), 1), (nan(), 1)) a(x, y)
SELECT x FROM (VALUES -0E0, 0E0) a(x) WHERE x IN (SELECT 0E0)
SELECT x = -x, x < 0E0, 1 / x FROM (VALUES 0E0, -0E0) a(x)
SELECT min(x), max(x) FROM (VALUES 0E0, -0E0) a(x)
SELECT min(x), max(x) FROM (VALUES -0E0, 0E0) a(x)
SELECT array_max(ARRAY[0E0, -0E0]), array_min(ARRAY[0E0, -0E0]), array_sort(ARRAY[0E0, -0E0]), array_distinct(ARRAY[-0E0, 0E0])
SELECT sum(x), avg(x) FROM (VALUES -0E0) a(x)
SELECT max_by(y, x), min_by(y, x) FROM (VALUES (nan(), 1), (1E0, 2), (nan(), 3)) a(x, y)
SELECT max_by(y, x), min_by(y, x) FROM (VALUES (ARRAY[nan()], 1), (ARRAY[1E0], 2)) a(x, y)
SELECT max_by(y, x), min_by(y, x) FROM (VALUES (nan(), 1), (nan(), 2)) a(x, y)
SELECT transform_keys(MAP(ARRAY[1E0], ARRAY[2]), (k, v) -> nan()), map_filter(MAP(ARRAY[nan(), 1E0], ARRAY[1, 2]), (k, v) -> k > 0E0), map_keys(MAP(ARRAY[nan()], ARRAY[1]))
SELECT map_concat(MAP(ARRAY[nan()], ARRAY[1]), MAP(ARRAY[nan()], ARRAY[2]))
SELECT MAP(ARRAY[nan()], ARRAY[1]) = MAP(ARRAY[nan()], ARRAY[1]), MAP(ARRAY[1], ARRAY[nan()]) = MAP(ARRAY[1], ARRAY[nan()])
SELECT zip_with(ARRAY[nan()], ARRAY[nan()], (a, b) -> a = b), filter(ARRAY[nan(), 1E0], x -> x > 0E0), any_match(ARRAY[nan()], x -> x = x)
SELECT contains_sequence(ARRAY[nan(), 1E0], ARRAY[nan()]), arrays_overlap(ARRAY[nan()], ARRAY[nan(), 1E0])
SELECT multimap_from_entries(ARRAY[ROW(nan(), 1), ROW(nan(), 2)]), map_from_entries(ARRAY[ROW(nan(), 1)])
SELECT map_zip_with(MAP(ARRAY[nan()], ARRAY[1]), MAP(ARRAY[nan()], ARRAY[2]), (k, a, b) -> a + b)
SELECT min(x ORDER BY y), sum(x ORDER BY 1/y) FROM (VALUES (1, 0), (2, 1)) t(x, y)
SELECT array_agg(x ORDER BY 1/y) FROM (VALUES (1, 0), (2, 1)) t(x, y)
SELECT count(x ORDER BY y), count(DISTINCT x ORDER BY x), bool_and(x > 0 ORDER BY y), approx_distinct(x ORDER BY y), max_by(x, y ORDER BY x), checksum(x ORDER BY y), histogram(x ORDER BY y), reduce_agg(x, 0, (a, b) -> a + b, (a, b) -> a + b ORDER BY y) FROM (VALUES (1, 0), (2, 1)) t(x, y)
SELECT sum(x ORDER BY MAP()) FROM (VALUES 1) t(x)
SELECT count(* ORDER BY x) FROM (VALUES 1) t(x)
SELECT array_agg(x ORDER BY x DESC NULLS FIRST) FROM (VALUES 1, NULL, 2) t(x)
SELECT map_agg(x, y ORDER BY y DESC NULLS LAST) FROM (VALUES (1, 2), (1, NULL), (2, 1)) t(x, y)
SELECT multimap_agg(x, y ORDER BY y DESC) FILTER (WHERE y > 1) FROM (VALUES (1, 2), (1, 3), (2, 1)) t(x, y)
SELECT max_by(x, y, 2), max_by(x, y, NULL) FROM (VALUES (1, ARRAY[2]), (2, ARRAY[3])) t(x, y)
SELECT max(x, 0) FROM (VALUES 1E0) t(x)
SELECT max(x, 10001) FROM (VALUES 1E0) t(x)
SELECT min(x, 2) FROM (VALUES CAST(NULL AS double)) t(x)
SELECT max(x, 2) FROM (VALUES TIMESTAMP '2024-02-29 12:34:56.789 UTC', TIMESTAMP '2024-02-29 15:34:56.789 Europe/Berlin') t(x)
SELECT max_by(1, x, 2) FROM (VALUES TIMESTAMP '2024-02-29 12:34:56.789 UTC', TIMESTAMP '2024-02-29 15:34:56.789 Europe/Berlin') t(x)
SELECT y, avg(x) FROM (VALUES (SMALLINT '1', 1), (SMALLINT '2', 1)) t(x, y) GROUP BY y
SELECT CAST(x AS real) FROM (VALUES ROW(1E39)) t(x)
SELECT CAST(ROW(1E39) AS row(a real)), CAST(ARRAY[1E39] AS array(real)), CAST(MAP(ARRAY['a'], ARRAY[-1E39]) AS map(varchar, real)), CAST(JSON '1e39' AS real)
SELECT REAL '3E38' + 1E39, CAST(1E39 AS real) > 0
SELECT to_ieee754_32(CAST(1E39 AS real))
-- sums that go beyond their type on the way
SELECT sum(x) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT sum(x) FROM (VALUES 9223372036854775807, -5, 1) t(x)
SELECT sum(x) FROM (VALUES -9223372036854775808, -1, 5) t(x)
SELECT k, sum(x) FROM (VALUES (1, 9223372036854775807), (2, 3), (1, 1), (1, -5)) t(k, x) GROUP BY k
SELECT sum(DISTINCT x), count(DISTINCT x + 1) FROM (VALUES 9223372036854775806, 1, -5, 1) t(x)
SELECT sum(x) FILTER (WHERE x <> 1) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT sum(x) FILTER (WHERE x <> 7) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT sum(x ORDER BY x) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT sum(x ORDER BY x DESC) FROM (VALUES -5, 1, 9223372036854775807) t(x)
SELECT sum(x ORDER BY x) FROM (VALUES 9223372036854775807, -5, 1) t(x)
SELECT sum(x) OVER () FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT x, sum(x) OVER (ORDER BY x) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT x, sum(x) OVER (ORDER BY x DESC) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT x, sum(x) OVER (ORDER BY i) FROM (VALUES (1,9223372036854775807), (2,-5), (3,1)) t(i,x)
SELECT x, sum(x) OVER (ORDER BY i ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM (VALUES (1,9223372036854775807), (2,1), (3,-5)) t(i,x)
SELECT x, sum(x) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES (1,9223372036854775807), (2,-1), (3,5)) t(i,x)
SELECT x, sum(x) OVER (ORDER BY i ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (VALUES (1,9223372036854775807), (2,-1), (3,9223372036854775807)) t(i,x)
SELECT x, sum(x) OVER (ORDER BY i ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM (VALUES (1,9223372036854775807), (2,-1), (3,-3), (4,9223372036854775807), (5, -3)) t(i,x)
SELECT sum(x) FROM (VALUES 2147483647, 2147483647) t(x)
SELECT sum(x) FROM (VALUES TINYINT '127', TINYINT '127') t(x)
SELECT sum(DECIMAL '9') FROM (VALUES 1,2) t(x)
SELECT sum(x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '1', DECIMAL '-5') t(x)
SELECT sum(x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999', DECIMAL '-99999999999999999999999999999999999999') t(x)
SELECT sum(x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999') t(x)
SELECT avg(x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999') t(x)
SELECT avg(x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999997', DECIMAL '99999999999999999999999999999999999999') t(x)
SELECT avg(x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999', DECIMAL '-99999999999999999999999999999999999999') t(x)
SELECT avg(x) OVER (ORDER BY x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999', DECIMAL '-99999999999999999999999999999999999999') t(x)
SELECT sum(x) OVER (ORDER BY x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999', DECIMAL '-99999999999999999999999999999999999999') t(x)
SELECT sum(x) OVER (ORDER BY x DESC) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999', DECIMAL '-99999999999999999999999999999999999999') t(x)
SELECT sum(x) OVER () FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999', DECIMAL '-99999999999999999999999999999999999999') t(x)
SELECT sum(x) FROM (VALUES INTERVAL '106751991167' DAY, INTERVAL '1' DAY, INTERVAL '-5' DAY) t(x)
SELECT sum(x) FROM (VALUES INTERVAL '106751991167' DAY, INTERVAL '-5' DAY, INTERVAL '1' DAY) t(x)
SELECT sum(x) FROM (VALUES INTERVAL '100000000000' DAY, INTERVAL '100000000000' DAY) t(x)
SELECT avg(x) FROM (VALUES INTERVAL '100000000000' DAY, INTERVAL '100000000000' DAY) t(x)
SELECT sum(x) FROM (VALUES INTERVAL '178956970' YEAR, INTERVAL '1' YEAR, INTERVAL '-5' YEAR) t(x)
SELECT sum(x) FROM (VALUES INTERVAL '178956970' YEAR, INTERVAL '178956970' YEAR) t(x)
SELECT avg(x) FROM (VALUES INTERVAL '178956970' YEAR, INTERVAL '178956970' YEAR) t(x)
SELECT avg(x) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT array_sum(ARRAY[9223372036854775807, 1, -5])
SELECT reduce(ARRAY[9223372036854775807, 1, -5], BIGINT '0', (s, x) -> s + x, s -> s)
SELECT reduce_agg(x, 0, (a, b) -> a + b, (a, b) -> a + b) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT reduce_agg(x, BIGINT '0', (a, b) -> a + b, (a, b) -> a + b) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT sum(x) FROM (SELECT * FROM UNNEST(ARRAY[9223372036854775807, 1, -5]) u(x))
SELECT sum(x) FROM (VALUES 9223372036854775807, 1, -5, -9223372036854775807) t(x) WHERE x <> 1
SELECT a, b, sum(x) FROM (VALUES (1, 1, 9223372036854775807), (1, 2, 3), (2, 1, 1), (1, 1, -5)) t(a, b, x) GROUP BY ROLLUP(a, b)
SELECT a, b, sum(x) FROM (VALUES (1, 1, 9223372036854775807), (1, 2, 3), (2, 1, 1), (1, 1, -5)) t(a, b, x) GROUP BY GROUPING SETS ((a), (b))
SELECT sum(x) FROM (VALUES (1, 9223372036854775807), (2, 1), (3, -5)) t(i, x) JOIN (VALUES 1,2,3) u(j) ON i = j
SELECT sum(s) FROM (SELECT k, sum(x) s FROM (VALUES (1, 9223372036854775807), (2, 3), (1, -5), (2, 1)) t(k, x) GROUP BY k)
SELECT sum(x) FROM (SELECT x FROM (VALUES 9223372036854775807, 1, -5) t(x) ORDER BY x)
SELECT sum(x) FROM (SELECT x FROM (VALUES 9223372036854775807, 1, -5) t(x) ORDER BY x LIMIT 3)
SELECT sum(x + 0) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT sum(x), sum(-x) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT sum(x) FROM (VALUES 9223372036854775807, 1, -5) t(x) HAVING sum(x) > 0
SELECT k FROM (VALUES (1, 9223372036854775807), (2, 3), (1, 1), (1, -5)) t(k, x) GROUP BY k HAVING sum(x) > 0
SELECT k FROM (VALUES (1, 9223372036854775807), (2, 3), (1, 1), (1, -5)) t(k, x) GROUP BY k ORDER BY sum(x)
SELECT try(sum(x)) FROM (VALUES 9223372036854775807, 1, -5) t(x)
SELECT coalesce(try(sum(x)), 0) FROM (VALUES 9223372036854775807, 1, 5) t(x)
SELECT k, s FROM (SELECT k, sum(x) s FROM (VALUES (1, 9223372036854775807), (2, 3), (1, 1), (1, -5)) t(k, x) GROUP BY k) WHERE k = 2
SELECT sum(x) FROM (VALUES INTERVAL '-178956970' YEAR, INTERVAL '-178956970' YEAR) t(x)
SELECT sum(x) OVER () FROM (VALUES INTERVAL '178956970' YEAR, INTERVAL '178956970' YEAR, INTERVAL '-178956970' YEAR) t(x)
SELECT sum(x) FROM (VALUES INTERVAL '178956970' YEAR, INTERVAL '178956970' YEAR, INTERVAL '-178956970' YEAR) t(x)
SELECT sum(x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '70000000000000000000000000000000000000', DECIMAL '70000000000000000000000000000000000000') t(x)
SELECT sum(x) FROM (VALUES DECIMAL '9999999999999999999999999999999999.9999', DECIMAL '7000000000000000000000000000000000.0000', DECIMAL '-7000000000000000000000000000000000.0000') t(x)
SELECT sum(x) FROM (VALUES DECIMAL '9999999999999999999999999999999999.9999', DECIMAL '9000000000000000000000000000000000.0000', DECIMAL '-9000000000000000000000000000000000.0000') t(x)
SELECT avg(x) FROM (VALUES DECIMAL '9999999999999999999999999999999999.9999', DECIMAL '9000000000000000000000000000000000.0000', DECIMAL '-9000000000000000000000000000000000.0003') t(x)
SELECT avg(x) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999998') t(x)
SELECT x, avg(x) OVER (ORDER BY x ROWS 1 PRECEDING) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999999', DECIMAL '99999999999999999999999999999999999998') t(x)
SELECT x, sum(x) OVER (ORDER BY x ROWS 1 PRECEDING) FROM (VALUES DECIMAL '99999999999999999999999999999999999999', DECIMAL '-99999999999999999999999999999999999999', DECIMAL '2', DECIMAL '-99999999999999999999999999999999999998') t(x)
SELECT x, sum(x) OVER (ORDER BY i ROWS 1 PRECEDING) FROM (VALUES (1, DECIMAL '99999999999999999999999999999999999999'), (2, DECIMAL '-99999999999999999999999999999999999999'), (3, DECIMAL '99999999999999999999999999999999999999')) t(i, x)
SELECT x, sum(x) OVER (ORDER BY i ROWS 2 PRECEDING) FROM (VALUES (1, 9223372036854775807), (2, -9), (3, -9), (4, 9223372036854775800), (5, -9), (6, 5), (7, 3)) t(i, x)
SELECT x, sum(x) OVER (ORDER BY i ROWS 2 PRECEDING) FROM (VALUES (1, -9), (2, 9223372036854775807), (3, -9), (4, 9), (5, -9), (6, 5), (7, 3)) t(i, x)
SELECT x, sum(x) OVER (ORDER BY i ROWS 2 PRECEDING) FROM (VALUES (1, -9), (2, 9223372036854775807), (3, -3), (4, 3), (5, -9), (6, 5), (7, 3)) t(i, x)
SELECT x, sum(x) OVER (ORDER BY i ROWS BETWEEN CURRENT ROW AND 2 FOLLOWING) FROM (VALUES (1, -9), (2, 9223372036854775807), (3, -3), (4, 3), (5, -9), (6, 5), (7, 3)) t(i, x)
SELECT x, sum(x) OVER (ORDER BY i ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM (VALUES (1, -9), (2, 9223372036854775807), (3, -3), (4, 3), (5, -9), (6, 5), (7, 3)) t(i, x)
SELECT x, sum(x) OVER (ORDER BY i ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM (VALUES (1, -9), (2, 9223372036854775807), (3, -3), (4, 3), (5, -9), (6, 5), (7, 13)) t(i, x)
SELECT k, sum(x) OVER (PARTITION BY k ORDER BY x) FROM (VALUES (1, -9), (1, 9223372036854775807), (2, -3), (2, 3)) t(k, x)
SELECT k, sum(x) OVER (PARTITION BY k), sum(sum(x)) OVER () FROM (VALUES (1, -9), (1, 9223372036854775807), (2, -3), (2, 3)) t(k, x) GROUP BY k, x
SELECT count_if(x > 0), checksum(x), bitwise_and_agg(x), geometric_mean(x) FROM (VALUES 9223372036854775807, 1, 5) t(x)
SELECT bitwise_xor_agg(x) FROM (VALUES 9223372036854775807, 1, 5) t(x)
SELECT sum(CAST(x AS bigint)) FROM (VALUES 2147483647, 2) t(x)
SELECT sum(x) FROM (VALUES NULL, BIGINT '1') t(x)
SELECT sum(x) FROM (VALUES CAST(NULL AS bigint)) t(x)
SELECT sum(x) FROM (VALUES BIGINT '1') t(x) WHERE x > 1
-- intervals: literals, and times and over numbers
INTERVAL '-2.005' SECOND
INTERVAL '2.005' SECOND
INTERVAL -'2.005' SECOND
INTERVAL - '2' DAY
INTERVAL + '2' DAY
INTERVAL '+2' DAY
INTERVAL -'-2' DAY
INTERVAL +'-2' DAY
INTERVAL -'+2' DAY
INTERVAL ' 2' DAY
INTERVAL '2 ' DAY
INTERVAL '' DAY
INTERVAL '-' DAY
INTERVAL '--2' DAY
INTERVAL '2.5' DAY
INTERVAL '2.5' HOUR
INTERVAL '2.5' MINUTE
INTERVAL '2.0' MINUTE
INTERVAL '2.' SECOND
INTERVAL '.5' SECOND
INTERVAL '-.5' SECOND
INTERVAL '2.1' SECOND
INTERVAL '2.12' SECOND
INTERVAL '2.1234' SECOND
INTERVAL '2.0005' SECOND
INTERVAL '2.9999' SECOND
INTERVAL '2.000000001' SECOND
INTERVAL '2.1.2' SECOND
INTERVAL '1e3' SECOND
INTERVAL '0x1' SECOND
INTERVAL '-0' DAY
INTERVAL '-0.0' SECOND
INTERVAL '-0.001' SECOND
INTERVAL '0.001' SECOND
INTERVAL '00002' DAY
INTERVAL '2147483647' SECOND
INTERVAL '2147483648' SECOND
INTERVAL '-2147483648' SECOND
INTERVAL '-2147483649' SECOND
INTERVAL '2147483647' MINUTE
INTERVAL '2147483647' HOUR
INTERVAL '-2147483648' DAY
INTERVAL '106751991' DAY
INTERVAL '1000000000' HOUR
INTERVAL '2' MONTH
INTERVAL '-2' MONTH
INTERVAL '2147483647' MONTH
INTERVAL '-2147483648' MONTH
INTERVAL '2147483648' MONTH
INTERVAL '178956970' YEAR
INTERVAL '178956971' YEAR
INTERVAL '-178956970' YEAR
INTERVAL '-178956971' YEAR
INTERVAL '-178956972' YEAR
INTERVAL '2147483647' YEAR
INTERVAL '2-3' YEAR TO MONTH
INTERVAL '-2-3' YEAR TO MONTH
INTERVAL -'2-3' YEAR TO MONTH
INTERVAL -'-2-3' YEAR TO MONTH
INTERVAL '+2-3' YEAR TO MONTH
INTERVAL '2--3' YEAR TO MONTH
INTERVAL '2-12' YEAR TO MONTH
INTERVAL '2-99' YEAR TO MONTH
INTERVAL '2 -3' YEAR TO MONTH
INTERVAL ' 2-3' YEAR TO MONTH
INTERVAL '2-3 ' YEAR TO MONTH
INTERVAL '2' YEAR TO MONTH
INTERVAL '-2' YEAR TO MONTH
INTERVAL '2-' YEAR TO MONTH
INTERVAL '-3' YEAR TO MONTH
INTERVAL '178956970-7' YEAR TO MONTH
INTERVAL '178956970-8' YEAR TO MONTH
INTERVAL '-178956970-8' YEAR TO MONTH
INTERVAL '2-3' MONTH TO YEAR
INTERVAL '2' YEAR TO YEAR
INTERVAL '2' MONTH TO MONTH
INTERVAL '2' DAY TO DAY
INTERVAL '2' SECOND TO SECOND
INTERVAL '2-3' YEAR TO DAY
INTERVAL '2 3' MONTH TO DAY
INTERVAL '2 03:04:05' DAY TO SECOND
INTERVAL '-2 03:04:05' DAY TO SECOND
INTERVAL -'2 03:04:05' DAY TO SECOND
INTERVAL -'-2 03:04:05' DAY TO SECOND
INTERVAL '+2 03:04:05' DAY TO SECOND
INTERVAL '2 03:04:05.6' DAY TO SECOND
INTERVAL '2 03:04:05.67' DAY TO SECOND
INTERVAL '2 03:04:05.678' DAY TO SECOND
INTERVAL '2 03:04:05.6789' DAY TO SECOND
INTERVAL '2 03:04:05.' DAY TO SECOND
INTERVAL '2 03:04:.5' DAY TO SECOND
INTERVAL '2 3:4:5' DAY TO SECOND
INTERVAL '2 25:61:62' DAY TO SECOND
INTERVAL '2  3:4:5' DAY TO SECOND
INTERVAL '2 3:4' DAY TO SECOND
INTERVAL '2 3' DAY TO SECOND
INTERVAL '2' DAY TO SECOND
INTERVAL '3:4:5' DAY TO SECOND
INTERVAL '2 -3:4:5' DAY TO SECOND
INTERVAL '2 3:-4:5' DAY TO SECOND
INTERVAL '2 3:4' DAY TO MINUTE
INTERVAL '-2 3:4' DAY TO MINUTE
INTERVAL '2 3' DAY TO MINUTE
INTERVAL '2 3' DAY TO HOUR
INTERVAL '-2 3' DAY TO HOUR
INTERVAL '2' DAY TO HOUR
INTERVAL '2:3' DAY TO HOUR
INTERVAL '3:4' HOUR TO MINUTE
INTERVAL '-3:4' HOUR TO MINUTE
INTERVAL '3' HOUR TO MINUTE
INTERVAL '3:4:5' HOUR TO SECOND
INTERVAL '3:4:5.6' HOUR TO SECOND
INTERVAL '-3:4:5.678' HOUR TO SECOND
INTERVAL '3:4' HOUR TO SECOND
INTERVAL '4:5' MINUTE TO SECOND
INTERVAL '4:5.6' MINUTE TO SECOND
INTERVAL '-4:5.6' MINUTE TO SECOND
INTERVAL '4:05.006' MINUTE TO SECOND
INTERVAL '4' MINUTE TO SECOND
INTERVAL '3:4' MINUTE TO HOUR
INTERVAL '3:4:5' SECOND TO MINUTE
INTERVAL '99999999999 23:59:59.999' DAY TO SECOND
INTERVAL '2147483647:00' HOUR TO MINUTE
INTERVAL '2 3' WEEK TO DAY
INTERVAL '3' DAY TO WEEK
INTERVAL 2 DAY
INTERVAL '1' DAY TO
INTERVAL DAY '1'
INTERVAL '١' DAY
INTERVAL '1_000' DAY
- INTERVAL '1' DAY
+ INTERVAL '1' DAY
- INTERVAL -'1' DAY
INTERVAL '2' DAY * 3
INTERVAL '2' DAY * 2.5E0
INTERVAL '2' MONTH * 2.5E0
INTERVAL '2' MONTH * 1.25E0
INTERVAL '2' DAY / 3
INTERVAL '2' DAY / 0
INTERVAL '2' MONTH / 0
INTERVAL '2' MONTH / 3
INTERVAL '2' DAY / 0E0
INTERVAL '2' MONTH / 0E0
INTERVAL '2' MONTH * 2147483647
INTERVAL '2' DAY * 9223372036854775807
INTERVAL '2' MONTH * nan()
INTERVAL '2' DAY * nan()
INTERVAL '2' SECOND * 0.0005E0
INTERVAL '0.001' SECOND * 0.5E0
INTERVAL '0.001' SECOND * -0.5E0
INTERVAL '0.001' SECOND * 1.5E0
INTERVAL '0.003' SECOND / 2
INTERVAL '3' MONTH / 2
INTERVAL '-3' MONTH / 2
INTERVAL '-0.003' SECOND / 2
2 * INTERVAL '2' DAY
2.5E0 * INTERVAL '2' DAY
DECIMAL '2.5' * INTERVAL '2' DAY
INTERVAL '2' DAY * DECIMAL '2.5'
INTERVAL '2' DAY + INTERVAL '2' MONTH
INTERVAL '2' DAY - INTERVAL '2' HOUR
INTERVAL '2' DAY > INTERVAL '47' HOUR
INTERVAL '2' DAY = INTERVAL '48' HOUR
INTERVAL '12' MONTH = INTERVAL '1' YEAR
INTERVAL '2' DAY > INTERVAL '2' MONTH
CAST(INTERVAL '-2.005' SECOND AS varchar)
CAST(INTERVAL '-2-3' YEAR TO MONTH AS varchar)
CAST('2 00:00:00.000' AS interval day to second)
CAST(NULL AS interval day to second)
CAST(NULL AS interval year to month)
typeof(INTERVAL '2' DAY)
typeof(INTERVAL '2' YEAR)
to_milliseconds(INTERVAL '-2.005' SECOND)
EXTRACT(SECOND FROM INTERVAL '-2.005' SECOND)
EXTRACT(DAY FROM INTERVAL '-49' HOUR)
EXTRACT(HOUR FROM INTERVAL '-49' HOUR)
EXTRACT(MONTH FROM INTERVAL '-27' MONTH)
EXTRACT(YEAR FROM INTERVAL '-27' MONTH)
DATE '2020-01-31' + INTERVAL '-1' MONTH
DATE '2020-01-31' + INTERVAL -'1' MONTH
DATE '2020-01-31' - INTERVAL '-1-1' YEAR TO MONTH
TIMESTAMP '2020-01-31 00:00:00' + INTERVAL '-2.005' SECOND
TIMESTAMP '2020-01-31 00:00:00' - INTERVAL '-1 02:03:04.005' DAY TO SECOND
TIME '01:02:03' + INTERVAL '-2.005' SECOND
TIME '01:02:03' - INTERVAL '2' HOUR
parse_duration('2.5h')
parse_duration('-2.5h')
abs(INTERVAL '-2' DAY)
INTERVAL '2' DAY IN (INTERVAL '48' HOUR)
max(x) FROM (VALUES INTERVAL '-2.005' SECOND, INTERVAL '-3' SECOND) t(x)
SELECT x FROM (VALUES INTERVAL '-2.005' SECOND, INTERVAL '-3' SECOND, NULL) t(x) ORDER BY x
CAST(INTERVAL '-2.005' SECOND AS json)
INTERVAL '00000000002' DAY
INTERVAL '0000000002' DAY
INTERVAL '2,5' SECOND
INTERVAL '2.0000000001' SECOND
INTERVAL '2 +3:4:5' DAY TO SECOND
INTERVAL '2 3:+4:5' DAY TO SECOND
INTERVAL '2 ' DAY TO SECOND
INTERVAL '2 3:' DAY TO SECOND
INTERVAL '2 :4' DAY TO SECOND
INTERVAL ' 3' DAY TO SECOND
INTERVAL '2-+3' YEAR TO MONTH
INTERVAL '-+2' DAY
INTERVAL '+-2' DAY
INTERVAL '++2' DAY
INTERVAL '+' DAY
INTERVAL '-.' SECOND
INTERVAL '.' SECOND
INTERVAL '+.5' SECOND
INTERVAL '2147483647-11' YEAR TO MONTH
INTERVAL '99999999999-1' YEAR TO MONTH
INTERVAL '2-3' YEAR TO YEAR
INTERVAL '2 3' DAY TO MONTH
INTERVAL '2' DAY TO MONTH
INTERVAL '2' YEAR TO SECOND
INTERVAL '2' MONTH TO SECOND
INTERVAL '' YEAR
INTERVAL '' MONTH
INTERVAL '' SECOND
INTERVAL '' YEAR TO MONTH
INTERVAL '' DAY TO SECOND
INTERVAL '-' DAY TO SECOND
INTERVAL '5' MONTH * infinity()
INTERVAL '5' MONTH * -infinity()
INTERVAL '5' MONTH / infinity()
INTERVAL '5' MONTH * 1E10
INTERVAL '5' MONTH * 0.3E0
INTERVAL '5' MONTH / 0.3E0
INTERVAL '5' MONTH / nan()
INTERVAL '5' DAY / nan()
INTERVAL '5' MONTH * 0.1E0
INTERVAL '-5' MONTH * 0.1E0
INTERVAL '5' DAY * -1.000000001E0
INTERVAL '5' MONTH * DECIMAL '2.5'
INTERVAL '5' MONTH * REAL '2.5'
REAL '2.5' * INTERVAL '5' DAY
INTERVAL '5' DAY / REAL '2.5'
INTERVAL '5' DAY / DECIMAL '2.5'
INTERVAL '5' DAY % 2
5 / INTERVAL '5' DAY
5 % INTERVAL '5' DAY
5 - INTERVAL '5' DAY
INTERVAL '5' DAY + 5
INTERVAL '5' DAY * INTERVAL '5' DAY
INTERVAL '5' DAY / INTERVAL '5' DAY
INTERVAL '5' DAY * NULL
NULL * INTERVAL '5' DAY
INTERVAL '5' DAY / NULL
NULL / INTERVAL '5' DAY
INTERVAL '5' DAY * '2'
INTERVAL '5' DAY * true
INTERVAL '5' DAY * TINYINT '2'
INTERVAL '5' DAY * BIGINT '-2'
INTERVAL '5' MONTH * BIGINT '-2'
INTERVAL '5' MONTH * -2147483648
INTERVAL '5' MONTH * 9223372036854775807
- INTERVAL '2147483647' MONTH
INTERVAL '2147483647' MONTH + INTERVAL '1' MONTH
INTERVAL '-2147483647' MONTH - INTERVAL '2' MONTH
INTERVAL '2147483647' MONTH - INTERVAL '-2' MONTH
SELECT x * 2, x / 2, x * 0.5E0, -x, x + x, x - x FROM (VALUES INTERVAL '1.001' SECOND, INTERVAL '-1.001' SECOND, NULL) t(x)
SELECT x * 2, x / 2, x * 0.5E0, -x, x + x, x - x FROM (VALUES INTERVAL '7' MONTH, INTERVAL '-7' MONTH, NULL) t(x)
SELECT x / n FROM (VALUES (INTERVAL '7' MONTH, 1), (INTERVAL '7' MONTH, 0)) t(x, n)
SELECT x / n, n * x FROM (VALUES (INTERVAL '7' DAY, 3), (INTERVAL '7' DAY, NULL)) t(x, n)
DATE '2020-01-01' + INTERVAL '1' DAY * 2.0E0
DATE '2020-01-01' + INTERVAL '1' DAY / 2
SELECT INTERVAL '3' DAY TO FROM (VALUES 1)
SELECT INTERVAL '3' DAY AS TO
INTERVAL '200000 00:00:00.001' DAY TO SECOND
INTERVAL '2000000 00:00:00.001' DAY TO SECOND
INTERVAL '2000000 00:00:00.003' DAY TO SECOND + INTERVAL '0.001' SECOND
SELECT sum(x) FROM (VALUES INTERVAL '2000000 00:00:00.001' DAY TO SECOND, INTERVAL '2000000 00:00:00.002' DAY TO SECOND) t(x)
SELECT avg(x) FROM (VALUES INTERVAL '2000000 00:00:00.001' DAY TO SECOND, INTERVAL '2000000 00:00:00.002' DAY TO SECOND) t(x)
parse_duration('2000000.5d')
TIMESTAMP '2020-01-01 00:00:00.001' - TIMESTAMP '0001-01-01 00:00:00'
TIMESTAMP '9999-12-31 23:59:59.999' - TIMESTAMP '0001-01-01 00:00:00'
to_milliseconds(TIMESTAMP '9999-12-31 23:59:59.999' - TIMESTAMP '0001-01-01 00:00:00')
DATE '9999-12-31' - DATE '0001-01-01'
TIMESTAMP '2020-01-01 00:00:00' + INTERVAL '2000000 00:00:00.001' DAY TO SECOND
+ INTERVAL '1' YEAR
SELECT + x FROM (VALUES DATE '2020-01-01') t(x)
SELECT + 'a'
SELECT + NULL
SELECT + true
SELECT + DECIMAL '1'
INTERVAL '5' DAY + NULL
NULL + INTERVAL '5' DAY
NULL - INTERVAL '5' DAY
INTERVAL '5' MONTH + NULL
DATE '2020-01-01' + NULL
INTERVAL '5' MONTH + INTERVAL '5' DAY
INTERVAL '5' MONTH / INTERVAL '5' DAY
5 + INTERVAL '5' MONTH
'a' + INTERVAL '5' MONTH
NULL % INTERVAL '5' DAY
DATE '2020-01-01' - NULL
NULL + DATE '2020-01-01'
NULL - DATE '2020-01-01'
TIMESTAMP '2020-01-01 00:00:00' + NULL
TIMESTAMP '2020-01-01 00:00:00' - NULL
NULL + TIMESTAMP '2020-01-01 00:00:00'
NULL - TIMESTAMP '2020-01-01 00:00:00'
TIMESTAMP '2020-01-01 00:00:00 UTC' + NULL
TIMESTAMP '2020-01-01 00:00:00 UTC' - NULL
NULL + TIMESTAMP '2020-01-01 00:00:00 UTC'
TIME '01:00:00' + NULL
TIME '01:00:00' - NULL
NULL + TIME '01:00:00'
NULL - TIME '01:00:00'
INTERVAL '1' DAY - NULL
INTERVAL '1' MONTH - NULL
NULL + INTERVAL '1' MONTH
NULL - INTERVAL '1' MONTH
SELECT x + NULL FROM (VALUES DATE '2020-01-01') t(x)
-- orders within other queries
SELECT x FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x)
SELECT x FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x) LIMIT 2
SELECT * FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x LIMIT 3)
SELECT * FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x OFFSET 1)
SELECT * FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x OFFSET 0)
SELECT * FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x LIMIT ALL)
SELECT * FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x FETCH FIRST 3 ROWS ONLY)
SELECT * FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x FETCH FIRST 1 ROW WITH TIES)
WITH w AS (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x) SELECT * FROM w
WITH w AS (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x) SELECT array_agg(x) FROM w
WITH w AS (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x) SELECT x FROM w LIMIT 1
SELECT (SELECT array_agg(x) FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x))
SELECT (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x LIMIT 1)
SELECT array_agg(x) FROM ((SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x))
SELECT x, row_number() OVER () FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x)
SELECT x FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY 1/(x-3))
SELECT x FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY y)
SELECT x FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x) WHERE x > 1
SELECT x FROM (TABLE (VALUES 3,1,2) ORDER BY 1)
SELECT * FROM (VALUES 3,1,2 ORDER BY 1)
VALUES 3,1,2 ORDER BY 1
SELECT * FROM (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY x) a CROSS JOIN (VALUES 1) b
EXISTS (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY 1/(x-3))
3 IN (SELECT x FROM (VALUES 3,1,2) t(x) ORDER BY 1/(x-3))
SELECT z FROM (VALUES 3) t(x), LATERAL (SELECT x + y FROM (VALUES 30,10) u(y) ORDER BY y) l(z)
-- NaN where NULLs come first
SELECT x FROM (VALUES 1E0, nan(), 2E0, NULL) t(x) ORDER BY x DESC
SELECT x FROM (VALUES 1E0, nan(), 2E0, NULL) t(x) ORDER BY x DESC NULLS FIRST
SELECT x FROM (VALUES 1E0, nan(), 2E0, NULL) t(x) ORDER BY x
SELECT x, row_number() OVER (ORDER BY x DESC) FROM (VALUES 1E0, nan(), 2E0, NULL) t(x)
SELECT x, row_number() OVER (ORDER BY x DESC NULLS FIRST) FROM (VALUES 1E0, nan(), 2E0, NULL) t(x)
SELECT x, row_number() OVER (ORDER BY x NULLS FIRST) FROM (VALUES 1E0, nan(), 2E0, NULL) t(x)
SELECT x, sum(x) OVER (ORDER BY x DESC), rank() OVER (ORDER BY x DESC) FROM (VALUES 1E0, nan(), 2E0, NULL, nan()) t(x)
SELECT array_agg(x ORDER BY x DESC) FROM (VALUES 1E0, nan(), 2E0, NULL) t(x)
SELECT x FROM (VALUES 1E0, nan(), 2E0, NULL) t(x) ORDER BY x DESC LIMIT 2
SELECT x FROM (VALUES REAL '1', CAST(nan() AS real), REAL '2', NULL) t(x) ORDER BY x DESC
SELECT array_sort(ARRAY[1E0, nan(), 2E0])
SELECT x FROM (VALUES ROW(1E0), ROW(nan()), ROW(2E0)) t(x) ORDER BY x DESC
SELECT x FROM (VALUES ARRAY[1E0], ARRAY[nan()], ARRAY[2E0]) t(x) ORDER BY x DESC
SELECT x, row_number() OVER (ORDER BY x DESC NULLS FIRST, i), sum(x) OVER (ORDER BY x DESC NULLS FIRST, i) FROM (VALUES (0, -2E0), (1, nan()), (2, -2E0), (3, -0E0), (4, infinity()), (5, 1E300)) t(i, x)
SELECT x FROM (VALUES (0, -2E0), (0, nan()), (2, -2E0), (3, -0E0), (4, infinity()), (5, 1E300)) t(i, x) ORDER BY x DESC, i LIMIT 3
SELECT DISTINCT x FROM (VALUES 1E0, nan(), 2E0, NULL) t(x) ORDER BY x DESC NULLS FIRST
SELECT x, count(*) FROM (VALUES 1E0, nan(), 2E0, NULL) t(x) GROUP BY x ORDER BY x NULLS FIRST
SELECT x FROM (VALUES 1E0, nan(), 2E0, NULL) t(x) ORDER BY x NULLS FIRST LIMIT 2
SELECT x FROM (VALUES 1E0, nan(), 2E0, NULL) t(x) ORDER BY x DESC NULLS FIRST FETCH FIRST 2 ROWS WITH TIES
SELECT x FROM (VALUES ARRAY[1E0], ARRAY[nan()], ARRAY[2E0], NULL) t(x) ORDER BY x DESC NULLS FIRST
SELECT x FROM (VALUES ARRAY[1E0], ARRAY[nan()], ARRAY[2E0], NULL) t(x) ORDER BY x NULLS FIRST
SELECT x FROM (VALUES ROW(ROW(1E0, 1)), ROW(ROW(nan(), 2)), ROW(ROW(2E0, 3)), NULL) t(x) ORDER BY x NULLS FIRST
SELECT array_agg(x ORDER BY x NULLS FIRST) FROM (VALUES 1E0, nan(), 2E0, NULL) t(x)
SELECT array_agg(DISTINCT x ORDER BY x NULLS FIRST) FROM (VALUES 1E0, nan(), 2E0, NULL) t(x)
SELECT x FROM (VALUES REAL '1', CAST(nan() AS real), REAL '2', NULL) t(x) ORDER BY x DESC NULLS FIRST
SELECT x, sum(x) OVER (ORDER BY x NULLS FIRST RANGE 1 PRECEDING) FROM (VALUES 1E0, 2E0, NULL) t(x)
SELECT x, rank() OVER (ORDER BY x NULLS FIRST), count(*) OVER (ORDER BY x NULLS FIRST GROUPS 1 PRECEDING) FROM (VALUES 1E0, nan(), nan(), 2E0, NULL) t(x)
-- maps of many rows, and the first of an order
SELECT max_by(i, k, 3) FROM (SELECT i % 3 AS k, i FROM UNNEST(sequence(1, 30)) u(i))
SELECT min_by(i, k, 3) FROM (SELECT i % 3 AS k, i FROM UNNEST(sequence(1, 30)) u(i))
SELECT min_by(i, k, 17), max_by(i, k, 17) FROM (SELECT i % 3 AS k, i FROM UNNEST(sequence(1, 60)) u(i))
SELECT min_by(i, k, 40), max_by(i, k, 40) FROM (SELECT i % 3 AS k, i FROM UNNEST(sequence(1, 60)) u(i))
SELECT min_by(i, k, 140), max_by(i, k, 150) FROM (SELECT i % 7 AS k, i FROM UNNEST(sequence(1, 300)) u(i))
SELECT i, min_by(i, k, 2) OVER (ORDER BY i), max_by(i, k, 2) OVER (ORDER BY i ROWS 2 PRECEDING), max_by(i, k, 2) OVER () FROM (SELECT i % 3 AS k, i FROM UNNEST(sequence(1, 12)) u(i))
SELECT min_by(x, k, 2), max_by(x, k, 3), max_by(k, k, 9), min_by(k, k, 9) FROM (VALUES (1, nan()), (2, 1e0), (3, NULL), (4, infinity()), (5, -infinity()), (6, nan())) t(x, k)
SELECT min_by(x, k, 2), max_by(x, k, 3) FROM (VALUES (1, DATE '2020-01-01'), (2, DATE '2021-01-01'), (3, NULL)) t(x, k)
SELECT min_by(x, k, 2), max_by(x, k, 3) FROM (VALUES (1, TIMESTAMP '2020-01-01 00:00:00'), (2, TIMESTAMP '2021-01-01 00:00:00'), (3, NULL)) t(x, k)
SELECT min_by(x, k, 2), max_by(x, k, 3) FROM (VALUES (1, true), (2, false), (3, NULL)) t(x, k)
SELECT min_by(x, k, 2), max_by(x, k, 3) FROM (VALUES (1, INTERVAL '1' DAY), (2, INTERVAL '2' HOUR), (3, NULL)) t(x, k)
SELECT min_by(x, k, 2), max_by(x, k, 3) FROM (VALUES (1, DECIMAL '1.5'), (2, DECIMAL '0.5'), (3, NULL)) t(x, k)
SELECT min_by(x, k, 2), max_by(x, k, 3) FROM (VALUES (1, ARRAY[1]), (2, ARRAY[0]), (3, NULL)) t(x, k)
SELECT min_by(x, k, 2) FILTER (WHERE x > 1), max_by(DISTINCT x, k, 3) FROM (VALUES (1, 1), (2, 2), (3, NULL), (2, 2)) t(x, k)
SELECT min_by(x, k, NULL), max_by(x, k, 2) FROM (VALUES (1, 1), (2, 2)) t(x, k)
SELECT min_by(x, k, 0) OVER () FROM (VALUES (1, 1), (2, 2)) t(x, k)
SELECT k, min_by(x, k, 1) OVER (PARTITION BY x) FROM (VALUES (1, 1), (2, 2), (2, 3)) t(x, k)
SELECT min_by(sum(x), k, 1) OVER (ORDER BY k) FROM (VALUES (1, 1), (2, 2), (2, 2)) t(x, k) GROUP BY k
SELECT map_agg(k, v), multimap_agg(k, v), map_union(MAP(ARRAY[k], ARRAY[v])) FROM (VALUES ('a', 1), ('b', 2), ('a', 3), ('c', NULL)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES ('a', 1), ('b', 2), (NULL, 3), ('c', NULL)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES (CAST(NULL AS varchar), 1)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES ('a', 1)) t(k, v) WHERE false
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES (ARRAY[1,2], 1), (ARRAY[1,2], 2), (ARRAY[3], 3)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES (ARRAY['a, b'], 1), (ARRAY['a', 'b'], 2)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES (ROW(1, 'a'), 1), (ROW(1, 'a'), 2), (ROW(2, 'a'), 3)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES (DATE '2020-01-01', 1), (DATE '2020-01-01', 2)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES (DECIMAL '1.50', 1), (DECIMAL '1.50', 2)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES (X'01', 1), (X'01', 2)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES (true, 1), (false, 2)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES (INTERVAL '1' DAY, 1), (INTERVAL '24' HOUR, 2)) t(k, v)
SELECT map_agg(k, v), multimap_agg(k, v) FROM (VALUES (UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59', 1), (UUID '12151fd2-7586-11e9-8f9e-2a86e4085a59', 2)) t(k, v)
SELECT map_agg(k, v) FROM (VALUES (JSON '1', 1), (JSON '1', 2)) t(k, v)
SELECT map_agg(k, v) FROM (VALUES (CAST('a' AS char(3)), 1), (CAST('a' AS char(3)), 2)) t(k, v)
SELECT k, map_agg(k, v) OVER (ORDER BY v), multimap_agg(k, v) OVER (ORDER BY v), map_agg(k, v) OVER (ORDER BY v ROWS 1 PRECEDING), map_union(MAP(ARRAY[k], ARRAY[v])) OVER (ORDER BY v), histogram(k) OVER (ORDER BY v) FROM (VALUES ('a', 1), ('b', 2), ('a', 3), (NULL, 4)) t(k, v) WHERE k IS NOT NULL
SELECT k, map_agg(k, v) OVER (ORDER BY v), multimap_agg(k, v) OVER (ORDER BY v) FROM (VALUES ('a', 1), ('b', 2), ('a', 3), (NULL, 4)) t(k, v)
SELECT k, map_agg(k, v) OVER (ORDER BY v ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING), multimap_agg(k, v) OVER (ORDER BY v ROWS BETWEEN 2 FOLLOWING AND 3 FOLLOWING) FROM (VALUES ('a', 1), ('b', 2), ('a', 3)) t(k, v)
SELECT multimap_agg(k, v ORDER BY v DESC), map_agg(k, v ORDER BY v DESC) FROM (VALUES ('a', 1), ('b', 2), ('a', 3)) t(k, v)
SELECT map_union(m) FROM (VALUES MAP(ARRAY['a','b'], ARRAY[1,2]), MAP(ARRAY['b','c'], ARRAY[9,3]), NULL, MAP(ARRAY[], ARRAY[])) t(m)
SELECT map_union(m) FROM (VALUES MAP(ARRAY[], ARRAY[])) t(m)
SELECT map_union(m) FROM (VALUES CAST(NULL AS map(varchar, integer))) t(m)
SELECT try(map_agg(k, v)) FROM (VALUES ('a', 1)) t(k, v)
-- times with a zone, and of many digits
TIME '01:02:03+02'
TIME '01:02:03+0200'
TIME '01:02:03Z'
TIME '01:02:03 UTC'
TIME '01:02:03+'
TIME '25:02:03+02:00'
TIME '01:02:03.123456'
TIME '01:02:03.1234567890123'
TIMESTAMP '2020-01-01 01:02:03.1234567890123'
TIMESTAMP '2020-01-01 01:02:03.1234567890123 UTC'
TIME '01:02:03.'
TIME '1:2:3'
TIME '01:02:03+15:00'
TIME '01:02:03 +2:00'
-- intervals as zones, steps and bounds
SELECT TIMESTAMP '2020-01-01 00:00:00' AT TIME ZONE INTERVAL '1' MONTH
SELECT TIMESTAMP '2020-01-01 00:00:00 UTC' AT TIME ZONE INTERVAL '1' MONTH
SELECT DATE '2020-01-01' AT TIME ZONE INTERVAL '1' MONTH
SELECT at_timezone(TIMESTAMP '2020-01-01 00:00:00 UTC', INTERVAL '5' HOUR)
SELECT at_timezone(TIMESTAMP '2020-01-01 00:00:00 UTC', INTERVAL '1' MONTH)
SELECT at_timezone(TIMESTAMP '2020-01-01 00:00:00.123 UTC', x) FROM (VALUES INTERVAL '5' HOUR, INTERVAL '-5:30' HOUR TO MINUTE, NULL) t(x)
SELECT at_timezone(TIMESTAMP '2020-01-01 00:00:00', INTERVAL '5' HOUR)
SELECT at_timezone(NULL, INTERVAL '5' HOUR)
SELECT at_timezone(TIMESTAMP '2020-01-01 00:00:00 UTC', NULL)
SELECT with_timezone(TIMESTAMP '2020-01-01 00:00:00', INTERVAL '5' HOUR)
SELECT at_timezone(TIMESTAMP '2020-01-01 00:00:00 UTC', 'Europe/Berlin')
SELECT x + INTERVAL '1.5' SECOND, x - INTERVAL '1-1' YEAR TO MONTH FROM (VALUES TIMESTAMP '2020-01-31 00:00:00', NULL) t(x)
SELECT x, d + x FROM (VALUES (INTERVAL '36' HOUR, DATE '2020-01-01')) t(x, d)
SELECT d + x * 2 FROM (VALUES (INTERVAL '12' HOUR, DATE '2020-01-01')) t(x, d)
SELECT count(*) FROM (VALUES TIMESTAMP '2020-01-31 00:00:00') t(x) WHERE x > TIMESTAMP '2020-02-01 00:00:00' - INTERVAL '1' DAY * 2
SELECT x, sum(i) OVER (ORDER BY x RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND INTERVAL '1.5' SECOND FOLLOWING) FROM (VALUES (1, TIMESTAMP '2020-01-31 00:00:00'), (2, TIMESTAMP '2020-01-31 00:00:01.5'), (3, TIMESTAMP '2020-02-01 00:00:01.5')) t(i, x)
SELECT x, sum(i) OVER (ORDER BY x RANGE INTERVAL '-1' DAY PRECEDING) FROM (VALUES (1, DATE '2020-01-31')) t(i, x)
SELECT x, sum(i) OVER (ORDER BY x RANGE INTERVAL '1' DAY / 2 PRECEDING) FROM (VALUES (1, TIMESTAMP '2020-01-31 00:00:00'), (2, TIMESTAMP '2020-01-31 12:00:00')) t(i, x)
SELECT sequence(DATE '2020-01-01', DATE '2020-03-01', INTERVAL '1' MONTH)
SELECT sequence(DATE '2020-01-01', DATE '2020-01-05', INTERVAL '2' DAY)
SELECT sequence(TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2020-01-01 00:00:02', INTERVAL '0.5' SECOND)
SELECT sequence(TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP '2019-12-31 23:59:59', INTERVAL '-0.5' SECOND)
SELECT DATE '2020-01-01' + INTERVAL '1.5' SECOND
SELECT DATE '2020-01-01' + INTERVAL '24' HOUR
SELECT DATE '2020-01-01' - INTERVAL '-48' HOUR
SELECT x = y, x < y, x IN (y), x IS DISTINCT FROM y FROM (VALUES (INTERVAL '1' DAY, INTERVAL '24' HOUR)) t(x, y)
SELECT x, count(*) FROM (VALUES INTERVAL '1' DAY, INTERVAL '24' HOUR, INTERVAL '2' DAY) t(x) GROUP BY x ORDER BY x
SELECT DISTINCT x FROM (VALUES INTERVAL '1' DAY, INTERVAL '24' HOUR) t(x)
SELECT TIMESTAMP '2020-03-29 00:30:00 Europe/Berlin' + INTERVAL '1' DAY, TIMESTAMP '2020-03-28 02:30:00 Europe/Berlin' + INTERVAL '24' HOUR
SELECT now() - INTERVAL '1' DAY < now()
SELECT current_date - INTERVAL '7' DAY < current_date
SELECT TIME '23:59:59.5' + INTERVAL '0.5' SECOND, TIME '00:00:00' - INTERVAL '0.001' SECOND
SELECT TIMESTAMP '2020-01-01 00:00:00 UTC' AT TIME ZONE INTERVAL '5' HOUR
SELECT TIMESTAMP '2020-01-01 00:00:00 UTC' AT TIME ZONE INTERVAL -'05:30' HOUR TO MINUTE
SELECT TIMESTAMP '2020-01-01 00:00:00 UTC' AT TIME ZONE INTERVAL '-5:30' HOUR TO MINUTE
SELECT TIMESTAMP '2020-01-01 00:00:00 UTC' AT TIME ZONE INTERVAL '15' HOUR
SELECT TIMESTAMP '2020-01-01 00:00:00 UTC' AT TIME ZONE INTERVAL '5.5' SECOND
-- the sign of a zero that rows are ordered by
SELECT max(x), min(x) FROM (VALUES 0E0, -0E0) t(x)
SELECT max(x), min(x) FROM (VALUES -0E0, 0E0) t(x)
SELECT -0E0, array_agg(x), x FROM (VALUES -0E0) t(x) GROUP BY x
SELECT x FROM (VALUES -0E0, 1E0) t(x) ORDER BY x
SELECT x, sum(x) OVER (ORDER BY x) FROM (VALUES -0E0, -1E0) t(x)
SELECT DISTINCT x FROM (VALUES -0E0, 1E0, 2E0) t(x) ORDER BY x
SELECT DISTINCT x + 1E0 FROM (VALUES -0E0, 1E0, 2E0) t(x) ORDER BY 1 DESC
SELECT array_agg(DISTINCT x ORDER BY x) FROM (VALUES 2E0, 1E0, -0E0) t(x)
SELECT x, sum(x) OVER (ORDER BY x RANGE 1 PRECEDING), row_number() OVER (ORDER BY x DESC) FROM (VALUES -0E0, -1E0, 5E0) t(x)
SELECT x FROM (VALUES REAL '-0', REAL '1') t(x) ORDER BY x
SELECT x, avg(x) OVER (ORDER BY x ROWS 1 PRECEDING) FROM (VALUES -0E0, -1E0, 5E0) t(x)
SELECT x, count(*) FROM (VALUES -0E0, -1E0, 5E0) t(x) GROUP BY x ORDER BY x
SELECT x FROM (VALUES -0E0, -1E0, 5E0) t(x) ORDER BY x LIMIT 2
SELECT x FROM (VALUES -0E0, -1E0, 5E0) t(x) ORDER BY x DESC FETCH FIRST 2 ROWS WITH TIES
SELECT x, max_by(x, x, 2) OVER (ORDER BY x) FROM (VALUES -0E0, -1E0, 5E0) t(x)
SELECT x FROM (VALUES (0, -2E0), (0, nan()), (2, -2E0), (3, -0E0), (4, infinity()), (5, 1E300)) t(i, x) ORDER BY x DESC, i
SELECT x, row_number() OVER (ORDER BY x DESC, i) FROM (VALUES (0, -2E0), (1, nan()), (2, -2E0), (3, -0E0), (4, infinity()), (5, 1E300)) t(i, x)
SELECT array_agg(x ORDER BY x DESC, i) FROM (VALUES (0, -2E0), (0, nan()), (2, -2E0), (3, -0E0), (4, infinity()), (5, 1E300)) t(i, x)
SELECT x, row_number() OVER (ORDER BY i, x DESC) FROM (VALUES (0, -2E0), (0, nan()), (2, -2E0), (3, -0E0), (4, infinity()), (5, 1E300)) t(i, x)
-- MATCH_RECOGNIZE
SELECT * FROM (VALUES (1, DATE '2024-05-01', 100), (1, DATE '2024-05-02', 80), (1, DATE '2024-05-03', 85), (1, DATE '2024-05-04', 90), (1, DATE '2024-05-05', 70), (1, DATE '2024-05-06', 75), (2, DATE '2024-05-01', 50), (2, DATE '2024-05-02', 40), (2, DATE '2024-05-03', 60), (2, DATE '2024-05-04', 60)) t(sym, day, close) MATCH_RECOGNIZE (PARTITION BY sym ORDER BY day MEASURES S.close AS top, LAST(D.close) AS bottom, LAST(U.close) AS up, LAST(U.day) AS until ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (S D+ U+) DEFINE D AS close < PREV(close), U AS close > PREV(close)) AS m ORDER BY sym, top
SELECT * FROM (VALUES (1, DATE '2024-05-01', 100), (1, DATE '2024-05-02', 80), (1, DATE '2024-05-03', 85), (1, DATE '2024-05-04', 90), (1, DATE '2024-05-05', 70), (1, DATE '2024-05-06', 75), (2, DATE '2024-05-01', 50), (2, DATE '2024-05-02', 40), (2, DATE '2024-05-03', 60), (2, DATE '2024-05-04', 60)) t(sym, day, close) MATCH_RECOGNIZE (PARTITION BY sym ORDER BY day MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, FINAL LAST(U.close) AS up, RUNNING LAST(U.close) AS sofar ALL ROWS PER MATCH AFTER MATCH SKIP TO LAST U PATTERN (S D+ U+) DEFINE D AS close < PREV(close), U AS close > PREV(close)) ORDER BY sym, n, day
SELECT * FROM (VALUES (1, DATE '2024-05-01', 100), (1, DATE '2024-05-02', 80), (1, DATE '2024-05-03', 85), (1, DATE '2024-05-04', 90), (1, DATE '2024-05-05', 70), (1, DATE '2024-05-06', 75), (2, DATE '2024-05-01', 50), (2, DATE '2024-05-02', 40), (2, DATE '2024-05-03', 60), (2, DATE '2024-05-04', 60)) t(sym, day, close) MATCH_RECOGNIZE (PARTITION BY sym ORDER BY day MEASURES count(*) AS days, sum(close) AS total, avg(D.close) AS down, array_agg(U.day) AS d PATTERN (S D+ U+) DEFINE D AS close < PREV(close), U AS close > PREV(close)) ORDER BY 1, 2
SELECT * FROM (VALUES (1, DATE '2024-05-01', 100), (1, DATE '2024-05-02', 80), (1, DATE '2024-05-03', 85), (1, DATE '2024-05-04', 90), (1, DATE '2024-05-05', 70), (1, DATE '2024-05-06', 75), (2, DATE '2024-05-01', 50), (2, DATE '2024-05-02', 40), (2, DATE '2024-05-03', 60), (2, DATE '2024-05-04', 60)) t(sym, day, close) MATCH_RECOGNIZE (PARTITION BY sym ORDER BY day MEASURES FIRST(R.close) AS f, LAST(R.close) AS l, count(R.*) AS rising PATTERN (R R{2,}) DEFINE R AS close > PREV(close) OR PREV(close) IS NULL) ORDER BY 1
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, LAST(v) AS l, count(*) AS k ONE ROW PER MATCH PATTERN (B*) DEFINE B AS B.v < PREV(B.v))
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, LAST(v) AS l, count(*) AS k ALL ROWS PER MATCH PATTERN (B*) DEFINE B AS B.v < PREV(B.v))
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, LAST(v) AS l, count(*) AS k ALL ROWS PER MATCH SHOW EMPTY MATCHES PATTERN (B*) DEFINE B AS B.v < PREV(B.v))
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, LAST(v) AS l, count(*) AS k ALL ROWS PER MATCH OMIT EMPTY MATCHES PATTERN (B*) DEFINE B AS B.v < PREV(B.v))
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, LAST(v) AS l, count(*) AS k ALL ROWS PER MATCH WITH UNMATCHED ROWS PATTERN (B*) DEFINE B AS B.v < PREV(B.v))
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c, sum(v) AS s, FINAL count(*) AS k ALL ROWS PER MATCH PATTERN (A {- B+ C+ -} D+) DEFINE B AS v < PREV(v), C AS v > PREV(v), D AS v < PREV(v))
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ({- A -} (B {- C -})+ $) DEFINE B AS B.id % 2 = 0)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ({- A {- B -} C -} D) DEFINE A AS true)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, A.v AS a, LAST(C.v) AS c, CLASSIFIER(X) AS x  PATTERN (A B+ C+ Q?) SUBSET X = (C, B) DEFINE B AS v < PREV(v), C AS v > PREV(v), Q AS v > 1000)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, A.v AS a, LAST(C.v) AS c, CLASSIFIER(X) AS x AFTER MATCH SKIP PAST LAST ROW PATTERN (A B+ C+ Q?) SUBSET X = (C, B) DEFINE B AS v < PREV(v), C AS v > PREV(v), Q AS v > 1000)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, A.v AS a, LAST(C.v) AS c, CLASSIFIER(X) AS x AFTER MATCH SKIP TO NEXT ROW PATTERN (A B+ C+ Q?) SUBSET X = (C, B) DEFINE B AS v < PREV(v), C AS v > PREV(v), Q AS v > 1000)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, A.v AS a, LAST(C.v) AS c, CLASSIFIER(X) AS x AFTER MATCH SKIP TO FIRST C PATTERN (A B+ C+ Q?) SUBSET X = (C, B) DEFINE B AS v < PREV(v), C AS v > PREV(v), Q AS v > 1000)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, A.v AS a, LAST(C.v) AS c, CLASSIFIER(X) AS x AFTER MATCH SKIP TO LAST C PATTERN (A B+ C+ Q?) SUBSET X = (C, B) DEFINE B AS v < PREV(v), C AS v > PREV(v), Q AS v > 1000)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, A.v AS a, LAST(C.v) AS c, CLASSIFIER(X) AS x AFTER MATCH SKIP TO C PATTERN (A B+ C+ Q?) SUBSET X = (C, B) DEFINE B AS v < PREV(v), C AS v > PREV(v), Q AS v > 1000)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, A.v AS a, LAST(C.v) AS c, CLASSIFIER(X) AS x AFTER MATCH SKIP TO LAST X PATTERN (A B+ C+ Q?) SUBSET X = (C, B) DEFINE B AS v < PREV(v), C AS v > PREV(v), Q AS v > 1000)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, A.v AS a, LAST(C.v) AS c, CLASSIFIER(X) AS x AFTER MATCH SKIP TO FIRST A PATTERN (A B+ C+ Q?) SUBSET X = (C, B) DEFINE B AS v < PREV(v), C AS v > PREV(v), Q AS v > 1000)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, A.v AS a, LAST(C.v) AS c, CLASSIFIER(X) AS x AFTER MATCH SKIP TO Q PATTERN (A B+ C+ Q?) SUBSET X = (C, B) DEFINE B AS v < PREV(v), C AS v > PREV(v), Q AS v > 1000)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A*) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A?) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A{2}) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A{2,}) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A{,2}) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A{1,3}) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A{,}) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A*?) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A+?) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A??) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A{2,}?) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A{,2}?) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A{1,3}?) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A | B) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (B | A) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN ((A | B)*) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN ((A B)+) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN ((A | B B)*) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A B* C) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A B*? C) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A B+? C?) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (PERMUTE(A, B)) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (PERMUTE(B, A, C)) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (PERMUTE(A, B C)+) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (PERMUTE(A)) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (PERMUTE(A){2}) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (^ A) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A ^ B) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A $) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A+ $) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (^ A* $) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (() A) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A | ()) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (() | A) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN ((A*)*) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN ((A | ())+) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (((A?)*)+ B) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN ((A{2}){2}) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A A? A?) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN ((^A | B)+) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN ((A | $)*) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, CLASSIFIER() AS c, count(*) AS k ALL ROWS PER MATCH PATTERN (A{3} B{,1}) DEFINE A AS v < 4)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n, count(*) AS k PATTERN (() | A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B) C) DEFINE C AS FIRST(B.v) < C.v)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B){2} C) DEFINE C AS count(B.*) = 2 AND sum(A.v) IS NULL)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B)+ C) DEFINE C AS PREV(CLASSIFIER()) = 'B' AND FIRST(CLASSIFIER()) = 'A')
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B)+ C) DEFINE C AS array_agg(CLASSIFIER()) = ARRAY['A', 'B', 'C'])
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS n AFTER MATCH SKIP TO NEXT ROW PATTERN (A B) DEFINE B AS MATCH_NUMBER() < 3)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES FIRST(v) AS f, FIRST(v, 1) AS f1, FIRST(v, 7) AS f7, FIRST(v, 8) AS f8, LAST(v) AS l, LAST(v, 1) AS l1, LAST(v, 9) AS l9, FINAL LAST(v) AS fl, FINAL FIRST(v, 2) AS ff, RUNNING FIRST(v, 2) AS rf ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS true)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES PREV(v) AS p, PREV(v, 0) AS p0, PREV(v, 2) AS p2, NEXT(v) AS n, NEXT(v, 2) AS n2, PREV(FIRST(v, 1)) AS pf, NEXT(LAST(v), 2) AS nl, PREV(LAST(B.v, 1), 2) AS pl, NEXT(FINAL FIRST(A.v)) AS nf ALL ROWS PER MATCH PATTERN (A B+) DEFINE B AS v > 45)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES A.v AS a, B.v AS b, X.v AS x, LAST(X.v, 1) AS x1, FIRST(X.v) AS fx, CLASSIFIER(X) AS cx, CLASSIFIER(A) AS ca, FINAL LAST(CLASSIFIER(X)) AS lx, PREV(CLASSIFIER(), 1) AS pc, NEXT(CLASSIFIER()) AS nc ALL ROWS PER MATCH PATTERN (A B+ C+) SUBSET X = (A, C) DEFINE B AS v < PREV(v), C AS v > PREV(v))
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES PREV(coalesce(v, 0)) AS p, PREV(v + id) AS s, LAST(A.v * 10 + A.id, 1) AS l, NEXT(CASE WHEN v > 50 THEN 'high' ELSE 'low' END) AS h, FIRST(v IS NULL) AS n ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS v >= 50)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id DESC MEASURES FIRST(id) AS f, LAST(id) AS l PATTERN (A+) DEFINE A AS v > 45)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY v, id DESC MEASURES array_agg(id) AS ids PATTERN (A+) DEFINE A AS true)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES v AS v, A.v - B.v AS d, v / 7E0 AS x, CAST(A.v AS varchar) || '!' AS s PATTERN (A B) DEFINE B AS true)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(v) AS s, RUNNING sum(v) AS rs, FINAL sum(v) AS fs, sum(A.v) AS sa, sum(B.v) AS sb, FINAL sum(B.v) AS fb, count(*) AS c, count(A.*) AS ca, FINAL count(B.*) AS cb, count(B.v) AS cv, count() AS c0 ALL ROWS PER MATCH PATTERN (A (B | C)+) DEFINE B AS v < PREV(v))
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES avg(v) AS a, min(v) AS mi, max(B.v) AS ma, max_by(id, v) AS mb, array_agg(id) AS ids, array_agg(CLASSIFIER()) AS cs, array_agg(CLASSIFIER(X) || '1') AS xs, array_agg(B.id * 10) AS tens, count_if(v > 60) AS ci, bool_and(v > 50) AS ba, map_agg(id, v) AS m, arbitrary(B.v) AS ar, stddev(v) AS sd, approx_distinct(v) AS ad ALL ROWS PER MATCH PATTERN (A B+ C*) SUBSET X = (A, C) DEFINE B AS v < PREV(v), C AS v > PREV(v))
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(MATCH_NUMBER()) AS s, array_agg(MATCH_NUMBER() + v) AS a, sum(1) AS ones, array_agg(CASE CLASSIFIER() WHEN 'A' THEN v END) AS aa PATTERN (A B{1,2}) DEFINE B AS v < 85)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(v) AS s, count(*) AS c PATTERN (A+) DEFINE A AS sum(A.v) <= 200)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(v) AS s, count(*) AS c PATTERN (A+ B) DEFINE A AS avg(A.v) > 70, B AS B.v < avg(v))
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(id) AS ids PATTERN (A B+) DEFINE B AS max(A.v) - min(B.v) < 25 AND count(B.*) < 3)
SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(id) AS ids PATTERN (A B+) DEFINE B AS cardinality(array_agg(B.v)) < 3 AND contains(array_agg(v), 90))
SELECT * FROM (VALUES (1, 0.1E0), (2, 0.2E0), (3, 0.3E0), (4, NULL)) t(id, d) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(d) AS s, avg(d) AS a, count(d) AS c ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS true)
SELECT * FROM (VALUES (1, DECIMAL '1.25'), (2, DECIMAL '2.50'), (3, DECIMAL '0.75')) t(id, d) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(d) AS s, avg(d) AS a, max(d) AS m ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS sum(A.d) < DECIMAL '4.5' AND A.d > FIRST(A.d) / 2)
SELECT * FROM (VALUES (1, 'ape'), (2, 'bear'), (3, 'cat'), (4, 'ant')) t(id, s) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(s) AS s, max(B.s) AS m PATTERN (A B*) DEFINE B AS B.s > FIRST(A.s) AND length(B.s) <> 9)
SELECT * FROM (VALUES (TIMESTAMP '2024-05-01 10:00:00.000', 1), (TIMESTAMP '2024-05-01 10:03:00.000', 2), (TIMESTAMP '2024-05-01 10:20:00.000', 3), (TIMESTAMP '2024-05-01 10:24:30.000', 4)) t(ts, v) MATCH_RECOGNIZE (ORDER BY ts MEASURES FIRST(ts) AS since, LAST(ts) AS until, count(*) AS c PATTERN (A B*) DEFINE B AS B.ts - PREV(B.ts) <= INTERVAL '5' MINUTE)
SELECT * FROM (VALUES (TIMESTAMP '2024-05-01 10:00:00.000', 1), (TIMESTAMP '2024-05-01 10:03:00.000', 2), (TIMESTAMP '2024-05-01 10:20:00.000', 3), (TIMESTAMP '2024-05-01 10:24:30.000', 4)) t(ts, v) MATCH_RECOGNIZE (ORDER BY ts MEASURES FIRST(ts) AS since, LAST(ts) AS until PATTERN (A B*) DEFINE B AS date_diff('minute', FIRST(A.ts), B.ts) < 21 AND B.ts > A.ts AND NOT (B.v * 2 > A.v + 5))
SELECT * FROM (VALUES (1, true), (2, false), (3, NULL), (4, true)) t(id, b) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH WITH UNMATCHED ROWS PATTERN (A | N) DEFINE A AS b, N AS b IS NULL)
SELECT * FROM (VALUES (1, nan()), (2, 1E0), (3, infinity())) t(id, d) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B | C | D)+) DEFINE A AS d > 0E0 AND d < 5E0, B AS d <> d, C AS d > PREV(d))
SELECT * FROM (VALUES (1, 9223372036854775806), (2, 9223372036854775807)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN (A B) DEFINE B AS B.v > A.v AND B.v - A.v = 1)
SELECT * FROM (VALUES (1, 9223372036854775806), (2, 9223372036854775807)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN (A B) DEFINE B AS B.v + A.v > 1)
SELECT * FROM (VALUES (1, 2147483647), (2, 1)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS c PATTERN (A B) DEFINE B AS B.v + A.v > 1)
SELECT * FROM (VALUES (1, 2147483647), (2, 1)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(v) AS c PATTERN (A B) DEFINE B AS -B.v < 0 AND sum(v) > 2147483647 AND A.v BETWEEN 5 AND 2147483647)
SELECT * FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS c PATTERN (A B) DEFINE B AS 10 / A.v > 1)
SELECT * FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS c PATTERN (A B) DEFINE A AS v > 0, B AS 10 / A.v > 1)
SELECT * FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES 10 / v AS c PATTERN (A) DEFINE A AS v > 0)
SELECT v FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES 10 / v AS c, v AS v PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES 10 / v AS c PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 0), (2, 5), (3, 0)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A B*) DEFINE B AS PREV(v) <> 0 AND 10 / PREV(v) > 1)
SELECT * FROM (VALUES (ARRAY[1], 1), (ARRAY[2, 3], 2)) t(a, v) MATCH_RECOGNIZE (ORDER BY v MEASURES FIRST(a) AS f, LAST(a) AS l, LAST(a[1]) AS e, cardinality(A.a) AS c PATTERN (A+) DEFINE A AS contains(a, v))
SELECT * FROM (VALUES (1, ROW(1, 'x')), (2, ROW(2, 'y'))) t(id, r) MATCH_RECOGNIZE (ORDER BY id MEASURES A.r AS r, LAST(r) AS l, LAST(A.r[2]) AS y PATTERN (A+) DEFINE A AS true)
SELECT * FROM (VALUES (1, NULL), (2, NULL)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES v AS v, count(v) AS c, NULL AS n ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS v IS NULL)
SELECT * FROM (SELECT 1 AS id, 2 AS v WHERE false) MATCH_RECOGNIZE (ORDER BY id MEASURES v AS v PATTERN (A+) DEFINE A AS true)
SELECT * FROM (VALUES ('a', 1, 3), ('b', 1, 4), (NULL, 1, 5), ('a', 2, 1), ('b', 2, 9), (NULL, 2, 6)) t(k, id, v) MATCH_RECOGNIZE (PARTITION BY k ORDER BY id MEASURES MATCH_NUMBER() AS n, LAST(v) AS l, PREV(FIRST(v)) AS p PATTERN (A B) DEFINE B AS v > PREV(v)) ORDER BY k
SELECT * FROM (VALUES ('a', 1, 3), ('b', 1, 4), (NULL, 1, 5), ('a', 2, 1), ('b', 2, 9), (NULL, 2, 6)) t(k, id, v) MATCH_RECOGNIZE (PARTITION BY k, id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS true) ORDER BY k, id
SELECT * FROM (VALUES ('a', 1, 3), ('b', 1, 4), (NULL, 1, 5), ('a', 2, 1), ('b', 2, 9), (NULL, 2, 6)) t(k, id, v) MATCH_RECOGNIZE (PARTITION BY id, k ORDER BY v DESC MEASURES v + 1 AS w ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS v > 3) AS m(a, b, c, d) ORDER BY a, b
SELECT * FROM (VALUES ('a', 1, 3), ('b', 1, 4), (NULL, 1, 5), ('a', 2, 1), ('b', 2, 9), (NULL, 2, 6)) t(k, id, v) MATCH_RECOGNIZE (MEASURES count(*) AS c PATTERN (A+) DEFINE A AS true)
SELECT m.k, m.f + 1 FROM (VALUES ('a', 1, 3), ('b', 1, 4), (NULL, 1, 5), ('a', 2, 1), ('b', 2, 9), (NULL, 2, 6)) t(k, id, v) MATCH_RECOGNIZE (PARTITION BY k ORDER BY id MEASURES FIRST(v) AS f PATTERN (A+) DEFINE A AS true) m WHERE k IS NOT NULL ORDER BY 1
SELECT a.id, b.c FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES A.id AS id PATTERN (A) DEFINE A AS v > 2) AS a JOIN (VALUES (3, 'x'), (4, 'y')) b(id, c) ON a.id = b.id ORDER BY 1
SELECT * FROM (VALUES 3, 4) w(x) CROSS JOIN (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS v > 2) ORDER BY x
WITH m AS (SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES A.v AS top, LAST(B.v) AS low PATTERN (A B+) DEFINE B AS v < PREV(v))) SELECT count(*), sum(top - low), (SELECT max(low) FROM m) FROM m
SELECT * FROM (SELECT * FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES A.id AS id, LAST(B.v) AS low PATTERN (A B+) DEFINE B AS v < PREV(v))) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(low) AS lows PATTERN (X+) DEFINE X AS true)
SELECT x, (SELECT count(*) FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS c PATTERN (A B+) DEFINE B AS v < PREV(v))) FROM (VALUES 1, 2) u(x) ORDER BY x
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES v IN (SELECT 2) AS i, (SELECT 7) + v AS s, EXISTS (SELECT 1) AS e, PREV(v + (SELECT 1)) AS p ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS v < (SELECT 4)) ORDER BY id
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) AS t TABLESAMPLE BERNOULLI (100) CROSS JOIN (VALUES 1) u(x) ORDER BY 1 LIMIT 1
SELECT c, count(*) FROM (VALUES (1, 90), (2, 80), (3, 70), (4, 80), (5, 90), (6, 50), (7, 40), (8, 60)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN (A (B | C)+) DEFINE B AS v < PREV(v)) GROUP BY c ORDER BY c
SELECT * FROM (VALUES (1, 1)) FINAL(running, seek) MATCH_RECOGNIZE (ORDER BY seek MEASURES FIRST.running AS last, LAST(FIRST.running) AS first PATTERN (FIRST) DEFINE FIRST AS running = 1)
SELECT * FROM (VALUES (1, 1), (2, 2), (3, 3), (4, 4)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c PATTERN ("a" A "A" a) DEFINE "a" AS "a".v = 1, a AS A.v > 1)
SELECT running, final FROM (VALUES (1, 2)) t(running, final)
SELECT * FROM (VALUES (7,  10)) t(id,x) MATCH_RECOGNIZE (MEASURES x AS ax PATTERN (A B+) DEFINE B AS x IN (SELECT CLASSIFIER()))
SELECT * FROM (VALUES (7,  10)) t(id,x) MATCH_RECOGNIZE (MEASURES CLASSIFIER() IN (SELECT 'A') AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7,  10)) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(x) IN (SELECT 1) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7,  10)) t(id,x) MATCH_RECOGNIZE (MEASURES MATCH_NUMBER() IN (SELECT 1) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7,  10)) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(x IN (SELECT 1)) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7,  10)) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(A.x + B.x) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7,  10)) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(A.x + x) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7,  10)) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(1) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7,  10)) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(A.x || CLASSIFIER(B)) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 'a')) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(A.x || CLASSIFIER(B)) AS ax PATTERN (A B*) DEFINE B AS x > 'a')
SELECT * FROM (VALUES (7, 'a')) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(x || CLASSIFIER(B)) AS ax PATTERN (A B*) DEFINE B AS x > 'a')
SELECT * FROM (VALUES (7, 'a')) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(CLASSIFIER(A) || CLASSIFIER(B)) AS ax PATTERN (A B*) DEFINE B AS x > 'a')
SELECT * FROM (VALUES (7, 'a')) t(id,x) MATCH_RECOGNIZE (MEASURES max_by(A.x, B.x) AS ax PATTERN (A B*) DEFINE B AS x > 'a')
SELECT * FROM (VALUES (7, 'a')) t(id,x) MATCH_RECOGNIZE (MEASURES max_by(A.x, A.x || B.x) AS ax PATTERN (A B*) DEFINE B AS x > 'a')
SELECT * FROM (VALUES (7, 'a')) t(id,x) MATCH_RECOGNIZE (MEASURES FIRST(LAST(x)) AS ax PATTERN (A B*) DEFINE B AS x > 'a')
SELECT * FROM (VALUES (7, 'a')) t(id,x) MATCH_RECOGNIZE (MEASURES PREV(PREV(x)) AS ax PATTERN (A B*) DEFINE B AS x > 'a')
SELECT * FROM (VALUES (7, 'a')) t(id,x) MATCH_RECOGNIZE (MEASURES PREV(FIRST(x) || LAST(x)) AS ax PATTERN (A B*) DEFINE B AS x > 'a')
SELECT * FROM (VALUES (7, 'a')) t(id,x) MATCH_RECOGNIZE (MEASURES PREV('a' || LAST(x)) AS ax PATTERN (A B*) DEFINE B AS x > 'a')
SELECT * FROM (VALUES (7, 'a')) t(id,x) MATCH_RECOGNIZE (MEASURES PREV(sum(x)) AS ax PATTERN (A B*) DEFINE B AS x > 'a')
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES PREV(sum(x)) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES Sum(Last(x)) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES sum(max(x)) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES First(x, -1) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES First(x, 1+1) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES First(x, 3000000000) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES First(x, 3, 4) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES First() AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES MATCH_NUMBER(1) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES CLASSIFIER(A, B) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES CLASSIFIER(A.x) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES CLASSIFIER('A') AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES CLASSIFIER(C) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES FINAL CLASSIFIER() AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES FINAL PREV(x) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES RUNNING abs(x) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(DISTINCT x) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(x ORDER BY x) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(x) FILTER (WHERE x > 1) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES LAST(x) OVER () AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES Sum(x) FILTER (WHERE x > 1) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES sum(DISTINCT x) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES array_agg(x ORDER BY x) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES count(C.*) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES sum(A.*) AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES A.y AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES A.x.y AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, ROW(2))) t(id,x) MATCH_RECOGNIZE (MEASURES x.y AS ax PATTERN (A B*) DEFINE B AS true)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES A AS ax PATTERN (A B*) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax PATTERN (A B*) SUBSET A = (B) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax PATTERN (A B*) SUBSET u = (A), U = (B) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax PATTERN (A B*) SUBSET u = (A, "c") DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax PATTERN (A B*) DEFINE B AS x > 1, C AS true)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax PATTERN (A B*) DEFINE B AS x > 1, b AS true)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax PATTERN (A B*) DEFINE B AS FINAL LAST(x) > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax PATTERN (A B{3,2}) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax PATTERN (A B{0}) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax PATTERN (A B{,0}) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax PATTERN (A B{3000000000}) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax AFTER MATCH SKIP TO c PATTERN (A B) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax SEEK PATTERN (A B) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS ax ALL ROWS PER MATCH WITH UNMATCHED ROWS PATTERN (A {- B -}) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (PARTITION BY id + 1 MEASURES 1 AS ax PATTERN (A B) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (PARTITION BY y MEASURES 1 AS ax PATTERN (A B) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (ORDER BY t.id, t.y MEASURES 1 AS ax PATTERN (A B) DEFINE B AS x > 1)
SELECT * FROM (VALUES (7, MAP())) t(id,x) MATCH_RECOGNIZE (ORDER BY x MEASURES 1 AS ax PATTERN (A B) DEFINE B AS true)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS x > 1)
SELECT * FROM (VALUES (7, 2)) t(id,ID) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES (SELECT 1 FROM (VALUES 1) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A) DEFINE A AS true)) AS a PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES sum(x) OVER () AS a PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A) DEFINE A AS true) AS m(a, b)
SELECT * FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS a ALL ROWS PER MATCH PATTERN (A) DEFINE A AS true) AS m(a, b, c)
SELECT m.a, t.id FROM (VALUES (7, 2)) t(id,x) MATCH_RECOGNIZE (MEASURES 1 AS a ALL ROWS PER MATCH PATTERN (A) DEFINE A AS true) AS m
SELECT last(x) FROM (VALUES 1) t(x)
SELECT * FROM (VALUES (7,  10), (2, 20)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c AFTER MATCH SKIP TO FIRST B PATTERN (A | B) DEFINE A AS x = 10)
SELECT * FROM (VALUES (7,  10), (2, 20)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c AFTER MATCH SKIP TO FIRST A PATTERN (A | B) DEFINE A AS x = 10)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES x IN (SELECT 10) AS ax ALL ROWS PER MATCH PATTERN (A B+) DEFINE B AS x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES A.x IN (SELECT 10) AS ax ALL ROWS PER MATCH PATTERN (A B+) DEFINE B AS x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES (SELECT x) AS ax ALL ROWS PER MATCH PATTERN (A B+) DEFINE B AS x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES NULL AS ax ALL ROWS PER MATCH PATTERN (A B+) DEFINE B AS x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES count(A.*) AS ax, array_agg(CLASSIFIER(B)) AS bb, count(*) AS c ALL ROWS PER MATCH PATTERN (A B+) DEFINE B AS x > 1)
SELECT count(A.*) FROM (VALUES 1) A
SELECT FINAL count(1) FROM (VALUES 1) A
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES listagg(CLASSIFIER(), ',') WITHIN GROUP (ORDER BY id) AS ax PATTERN (A B+) DEFINE B AS x > 1)
WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r MATCH_RECOGNIZE (MEASURES A.n AS n PATTERN (A) DEFINE A AS n < 5)) SELECT * FROM r
SELECT * FROM (VALUES 1,2) u(y), LATERAL (SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES u.y AS q PATTERN (A) DEFINE A AS x > 1))
SELECT * FROM (VALUES 1,2) u(y), LATERAL (SELECT * FROM (SELECT u.y AS x) MATCH_RECOGNIZE (ORDER BY x MEASURES x AS q PATTERN (A) DEFINE A AS x > 1))
SELECT * FROM (VALUES 1,2) u(y) WHERE EXISTS (SELECT * FROM (SELECT u.y AS x) MATCH_RECOGNIZE (ORDER BY x MEASURES x AS q PATTERN (A) DEFINE A AS x > 1))
SELECT * FROM (VALUES 1,2) u(y), LATERAL (SELECT * FROM (VALUES 3) t(x) MATCH_RECOGNIZE (ORDER BY x MEASURES y AS q PATTERN (A) DEFINE A AS x > 1))
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS ax, 2 AS ax PATTERN (A B+) DEFINE B AS NULL)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS ax, 2 AS ax PATTERN (A B+) DEFINE B AS x)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS ax, 2 AS "aX" PATTERN (A B+) DEFINE B AS "b".x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS ax PATTERN (A "b"+) DEFINE "b" AS "b".x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS ax PATTERN (A "b" b) DEFINE "b" AS "b".x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 5)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES max_by(A.x, A.id, 2) AS ax, approx_percentile(x, 0.5) AS p, reduce_agg(x, 0, (a,b)->a+b, (a,b)->a+b) AS r PATTERN (A "b" b) DEFINE "b" AS "b".x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 30)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B) $) DEFINE A AS true)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 30)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B) $) DEFINE A AS A.x > 1, B AS B.x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 30)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B) C $) DEFINE C AS A.x > B.x)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 30)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B) ($ | C) ) DEFINE C AS A.x > B.x)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 30)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B) ($ C | C) ) DEFINE C AS A.x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 30)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c ALL ROWS PER MATCH PATTERN ((A | B) ($ C | C) ) DEFINE C AS B.x > 1)
SELECT * FROM (VALUES (1, 10), (2, 20), (3, 30)) t(id,x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS c, sum(A.x) AS s ALL ROWS PER MATCH WITH UNMATCHED ROWS PATTERN ((A | B) (^ C | C) ) DEFINE C AS B.x > 1 AND sum(B.x) > 0)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (PATTERN (A))
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A) DEFINE)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 a PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN () DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A | ) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A{}) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A{x}) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A**) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A||B) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN ({- A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (PERMUTE()) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a ONE ROW MATCH PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a ALL ROWS PER MATCH SHOW PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a AFTER MATCH SKIP PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a AFTER MATCH SKIP TO PAST LAST ROW PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A) SUBSET U (A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A) DEFINE A true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (MEASURES 1 AS a PATTERN (A) DEFINE A AS true, )
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (PARTITION BY MEASURES 1 AS a PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 2)) t(id, x) MATCH_RECOGNIZE (ORDER BY id PARTITION BY id MEASURES 1 AS a PATTERN (A) DEFINE A AS true)
SELECT * FROM (VALUES 1) t(x) MATCH_RECOGNIZE
SELECT * FROM (VALUES (1, 1, 4), (1, 2, 0), (1, 3, 1), (1, 4, 3)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES PREV(LAST(CLASSIFIER(U), 0), 0) AS m0 ONE ROW PER MATCH AFTER MATCH SKIP TO NEXT ROW PATTERN (C{0,1}?) SUBSET U = (C) DEFINE C AS coalesce(RUNNING FIRST(CLASSIFIER(C)), '-') <> 'C')
SELECT * FROM (VALUES (1, 1, NULL), (1, 2, 4), (1, 3, 4), (1, 4, 0), (1, 5, 4), (1, 6, NULL)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES PREV(LAST(CLASSIFIER(U), 1), 0) AS m0, MATCH_NUMBER() AS m1, array_agg(A.x) AS m2 ALL ROWS PER MATCH PATTERN ((A{2} | (C*? | C))*) SUBSET U = (A) DEFINE C AS true)
SELECT * FROM (VALUES (1, 1, 3), (1, 2, 1), (1, 3, 1), (1, 4, 0)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id DESC MEASURES MATCH_NUMBER() AS m0 ALL ROWS PER MATCH WITH UNMATCHED ROWS AFTER MATCH SKIP PAST LAST ROW PATTERN (((B | C) | (A? | B*){2}) (C{2,3}? | C) PERMUTE(A, B){1,2}?) SUBSET U = (A, B) DEFINE A AS LAST(A.x) > LAST(B.x, 2), C AS PREV(LAST(CLASSIFIER(), 1), 0) = 'A')
SELECT * FROM (VALUES (1, 1, 2), (1, 2, 2), (1, 3, 3), (1, 4, 1), (1, 5, 0)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER(U) AS m0, MATCH_NUMBER() AS m1 AFTER MATCH SKIP TO NEXT ROW PATTERN (C{1,}) SUBSET U = (C) DEFINE C AS LAST(coalesce(C.x, 1) + C.id) <= C.x)
SELECT * FROM (VALUES (1, 1, 3), (1, 2, 4), (1, 3, 3), (1, 4, 2)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES PREV(CLASSIFIER(A)) AS m0, FINAL FIRST(U.x) AS m1, FINAL array_agg(CLASSIFIER(U)) AS m2 ALL ROWS PER MATCH OMIT EMPTY MATCHES AFTER MATCH SKIP TO LAST A PATTERN ((A* | A B (() | A))) SUBSET U = (A) DEFINE A AS (x >= PREV(x) AND FIRST(B.x) >= A.x), B AS (coalesce(CLASSIFIER(), '-') <> 'B' AND coalesce(PREV(RUNNING LAST(CLASSIFIER(), 0), 1), '-') <> 'B'))
SELECT * FROM (VALUES (1, 1, 1), (1, 2, 4), (1, 3, 1), (1, 4, NULL), (1, 5, 3), (1, 6, 3), (1, 7, 4)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES RUNNING array_agg(A.x) AS m0, array_agg(x) AS m1, MATCH_NUMBER() AS m2, LAST(coalesce(B.x, 1) + B.id) AS m3 ALL ROWS PER MATCH PATTERN ((B{1,2} A {- A -} (A | B){,2}? A+? A)) SUBSET U = (A, B) DEFINE A AS (FIRST(x) = LAST(coalesce(A.x, 1) + A.id) AND coalesce(PREV(LAST(CLASSIFIER(A), 0), 1), '-') <> 'A'))
SELECT * FROM (VALUES (1, 1, NULL), (1, 2, 0), (1, 3, 3), (1, 4, NULL)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES PREV(LAST(CLASSIFIER(), 0), 2) AS m0, MATCH_NUMBER() AS m1, array_agg(U.x) AS m2, CLASSIFIER(B) AS m3 ALL ROWS PER MATCH AFTER MATCH SKIP TO LAST B PATTERN ($ (B | B){2,3} C{,} B) SUBSET U = (C, B) DEFINE B AS max(U.x) >= NEXT(x), C AS x >= PREV(x))
SELECT * FROM (VALUES (1, 1, 1), (1, 2, 3), (1, 3, 2), (1, 4, 1), (1, 5, 0), (1, 6, 0)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS m0, FINAL array_agg(CLASSIFIER(A)) AS m1 PATTERN (PERMUTE(C C{0,1}?, B A, PERMUTE(B{1,}?){,2})+) SUBSET U = (C) DEFINE A AS coalesce(C.x, 2) IS NOT NULL, B AS (true AND FIRST(x) = count(A.x)))
SELECT * FROM (VALUES (1, 1, 0), (1, 2, 3), (1, 3, 0)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES RUNNING array_agg(B.x) AS m0 ALL ROWS PER MATCH AFTER MATCH SKIP TO NEXT ROW PATTERN (PERMUTE(PERMUTE(C{0,1}, B){2,3}, {- A{,} -}, C?)) SUBSET U = (B, C) DEFINE A AS RUNNING FIRST(U.x, 0) <= PREV(B.x, 2), B AS (sum(A.x) = 1 AND PREV(LAST(CLASSIFIER(B), 0), 0) <> 'C'), C AS LAST(x) < coalesce(B.x, 2))
SELECT * FROM (VALUES (1, 1, 0), (1, 2, 1), (1, 3, 1)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(x) AS m0, FIRST(CLASSIFIER(C)) AS m1, RUNNING array_agg(C.x) AS m2 ONE ROW PER MATCH AFTER MATCH SKIP TO LAST A PATTERN (A{1,} (C | B){2,3}? (B (B{0,1} | B{2})?)) SUBSET U = (C, B) DEFINE A AS (count(*) <= PREV(RUNNING LAST(U.x, 1), 2) AND true), B AS coalesce(CLASSIFIER(A), '-') <> 'B', C AS (coalesce(A.x, 0) <= min(B.x) OR cardinality(array_agg(x)) > 2))
SELECT * FROM (VALUES (1, 1, 3), (1, 2, 4), (1, 3, 0)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(A.x) AS m0, CLASSIFIER(C) AS m1, NEXT(RUNNING FIRST(B.x, 1), 2) AS m2, CLASSIFIER(A) AS m3 PATTERN (B{1,2} {- C -} {- A -} C?? B) SUBSET U = (A) DEFINE A AS (coalesce(PREV(LAST(CLASSIFIER(B), 1), 0), '-') <> 'B' AND count(A.*) IS NOT NULL), B AS A.x >= x)
SELECT * FROM (VALUES (1, 1, NULL), (1, 2, 3), (1, 3, 4), (1, 4, 2), (1, 5, 2)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(U.x) AS m0, LAST(coalesce(A.x, 1) + A.id, 1) AS m1, FINAL LAST(CLASSIFIER()) AS m2 ALL ROWS PER MATCH AFTER MATCH SKIP TO NEXT ROW PATTERN ((A?? C () B{2} | (C{1,2} A{2,3} PERMUTE(C{2}, C{2,3}){,2})){,2}) SUBSET U = (B, C) DEFINE B AS cardinality(array_agg(U.x)) > 2, C AS LAST(coalesce(B.x, 1) + B.id, 1) IS NOT NULL)
SELECT * FROM (VALUES (1, 1, 4), (1, 2, 2), (1, 3, 0), (1, 4, 0), (1, 5, 3), (1, 6, 2), (1, 7, 4), (1, 8, 0)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES PREV(RUNNING LAST(CLASSIFIER(U), 1), 2) AS m0, x AS m1, NEXT(x, 1) AS m2, NEXT(FIRST(x, 1), 0) AS m3 ONE ROW PER MATCH AFTER MATCH SKIP TO NEXT ROW PATTERN ((A C | B){,} PERMUTE(B){,2}) SUBSET U = (C) DEFINE A AS 4 IS NULL, C AS PREV(B.x) >= NEXT(RUNNING FIRST(x, 1), 1))
SELECT * FROM (VALUES (1, 1, 2), (1, 2, 1), (1, 3, 0)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES coalesce(U.x, 3) AS m0, A.x AS m1 ALL ROWS PER MATCH WITH UNMATCHED ROWS AFTER MATCH SKIP PAST LAST ROW PATTERN ((A (C{2} C? | B{2}))??) SUBSET U = (A) DEFINE A AS (x >= PREV(x) AND NEXT(x) IS NULL))
SELECT * FROM (VALUES (1, 1, 0), (1, 2, 3), (1, 3, 4), (1, 4, 3), (1, 5, 1), (1, 6, NULL), (1, 7, 0), (1, 8, 0)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES FIRST(CLASSIFIER()) AS m0, CLASSIFIER(B) AS m1, PREV(CLASSIFIER(B), 2) AS m2 PATTERN ((C | B*){,2} A (B | ())) SUBSET U = (A, B) DEFINE C AS (LAST(coalesce(C.x, 1) + C.id) = 3 OR MATCH_NUMBER() >= NEXT(U.x, 0)))
SELECT * FROM (VALUES (1, 1, 2), (1, 2, 2), (1, 3, 3), (1, 4, 4), (1, 5, NULL), (1, 6, 0), (1, 7, 4), (1, 8, 4)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES LAST(coalesce(U.x, 1) + U.id) AS m0, array_agg(U.x) AS m1, CLASSIFIER(U) AS m2 ALL ROWS PER MATCH AFTER MATCH SKIP TO FIRST C PATTERN (B* ((A{0,1} | A) C B{1,}?)) SUBSET U = (B) DEFINE A AS coalesce(PREV(LAST(CLASSIFIER(B), 1), 1), '-') <> 'B', C AS RUNNING max(A.x) <= NEXT(RUNNING LAST(B.x, 0), 0))
SELECT * FROM (VALUES (1, 1, 1), (1, 2, 2), (1, 3, 2), (1, 4, 4), (1, 5, 1), (1, 6, 2), (1, 7, 3), (1, 8, 2)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(CLASSIFIER()) AS m0 ONE ROW PER MATCH PATTERN (A* A) SUBSET U = (A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 1, 3), (1, 2, 1), (1, 3, NULL), (1, 4, 2), (1, 5, 4), (1, 6, NULL), (1, 7, 2), (1, 8, 2)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES LAST(CLASSIFIER(), 1) AS m0, CLASSIFIER() AS m1, PREV(CLASSIFIER(C)) AS m2 ONE ROW PER MATCH AFTER MATCH SKIP TO LAST C PATTERN (({- C -} A B){2} B{,}) SUBSET U = (B) DEFINE B AS NEXT(LAST(x, 1), 0) >= coalesce(B.x, 2), C AS cardinality(array_agg(x)) > 1)
SELECT * FROM (VALUES (1, 1, 1), (1, 2, 1), (1, 3, 4), (1, 4, 0), (1, 5, 2), (1, 6, 0), (1, 7, 2), (1, 8, NULL)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES RUNNING count(B.x) AS m0, CLASSIFIER(B) AS m1 ALL ROWS PER MATCH AFTER MATCH SKIP TO NEXT ROW PATTERN (B{1,2}?) SUBSET U = (B) DEFINE B AS cardinality(array_agg(x)) > 1)
SELECT * FROM (VALUES (1, 1, 0), (1, 2, 2), (1, 3, NULL)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS m0, CLASSIFIER(C) AS m1, LAST(coalesce(A.x, 1) + A.id, 1) AS m2 ALL ROWS PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A (C | (C? | C{2,3}))??) SUBSET U = (C) DEFINE C AS (cardinality(array_agg(CLASSIFIER())) < 3 AND PREV(U.x, 1) >= RUNNING count(*)))
SELECT * FROM (VALUES (1, 1, 1), (1, 2, 2), (1, 3, 0), (1, 4, 4), (1, 5, 3), (1, 6, 3), (1, 7, 3), (1, 8, NULL)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id DESC MEASURES MATCH_NUMBER() AS m0, MATCH_NUMBER() AS m1, PREV(CLASSIFIER(A)) AS m2 ALL ROWS PER MATCH WITH UNMATCHED ROWS AFTER MATCH SKIP TO NEXT ROW PATTERN (PERMUTE(B? $, PERMUTE(A{1,}){,}, A?? A{2}){,}) SUBSET U = (A) DEFINE B AS true)
SELECT * FROM (VALUES (1, 1, 1), (1, 2, 0), (1, 3, 3), (1, 4, NULL), (1, 5, 4), (1, 6, 1), (1, 7, 1)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES LAST(coalesce(U.x, 1) + U.id) AS m0, RUNNING LAST(CLASSIFIER(C), 1) AS m1, MATCH_NUMBER() AS m2 ALL ROWS PER MATCH SHOW EMPTY MATCHES AFTER MATCH SKIP TO NEXT ROW PATTERN (C) SUBSET U = (C) DEFINE C AS true)
SELECT * FROM (VALUES (1, 1, 0), (1, 2, 2), (1, 3, 2), (1, 4, 0), (1, 5, 1), (1, 6, 2), (1, 7, 1)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES NEXT(CLASSIFIER(A)) AS m0, FINAL array_agg(U.x) AS m1, CLASSIFIER(A) AS m2 PATTERN (A?) SUBSET U = (A) DEFINE A AS LAST(A.x) = NEXT(A.x, 0))
SELECT * FROM (VALUES (1, 1, 4), (1, 2, 4), (1, 3, 2)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES NEXT(B.x, 1) AS m0 ONE ROW PER MATCH AFTER MATCH SKIP TO U PATTERN (B C{2,3} () A{1,}? C?) SUBSET U = (A, C) DEFINE A AS true)
SELECT * FROM (VALUES (1, 1, NULL), (1, 2, 2), (1, 3, 4), (1, 4, 0), (1, 5, 4), (1, 6, 1), (1, 7, 1), (1, 8, 3)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER(A) AS m0, MATCH_NUMBER() AS m1, A.x AS m2 ALL ROWS PER MATCH SHOW EMPTY MATCHES AFTER MATCH SKIP TO U PATTERN ((A () | A+ A{0,1} C{0,1}?)) SUBSET U = (C) DEFINE A AS (cardinality(array_agg(A.x)) < 1 OR RUNNING FIRST(CLASSIFIER(), 0) = 'A'), C AS true)
SELECT * FROM (VALUES (1, 1, 4), (1, 2, 2), (1, 3, 1), (1, 4, 4), (1, 5, NULL)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER(C) AS m0, LAST(coalesce(U.x, 1) + U.id) AS m1, LAST(CLASSIFIER(U), 0) AS m2, 2 AS m3 ALL ROWS PER MATCH WITH UNMATCHED ROWS PATTERN ((C)) SUBSET U = (C) DEFINE C AS (x > PREV(x) OR LAST(coalesce(C.x, 1) + C.id) >= C.x))
SELECT * FROM (VALUES (1, 1, 3), (1, 2, 1), (1, 3, 0), (1, 4, 2), (1, 5, NULL), (1, 6, 3)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES LAST(coalesce(C.x, 1) + C.id) AS m0 AFTER MATCH SKIP TO LAST B PATTERN (((C? | B{1,}) | {- B{,2}? -}) (PERMUTE(C, C{0,1}, A) B)) SUBSET U = (B, A) DEFINE B AS LAST(U.x, 0) >= C.x, C AS (PREV(C.x) <> LAST(coalesce(A.x, 1) + A.id) OR LAST(coalesce(C.x, 1) + C.id) IS NOT NULL))
SELECT * FROM (VALUES (1, 1, 3), (1, 2, 0), (1, 3, 4), (1, 4, 2), (1, 5, 2)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER() AS m0 ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (PERMUTE(B, A, B{1,}) (A{0,1}? C{,}){1,2} (A{0,1} | A{1,})*? A{2}? C) SUBSET U = (B, C) DEFINE A AS NEXT(x, 0) <> LAST(coalesce(C.x, 1) + C.id, 1), B AS MATCH_NUMBER() IS NULL)
SELECT * FROM (VALUES (1, 1, 1), (1, 2, 4), (1, 3, 0), (1, 4, 1), (1, 5, 1), (1, 6, 4), (1, 7, 4), (1, 8, 1)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES MATCH_NUMBER() AS m0, CLASSIFIER(B) AS m1, coalesce(A.x, 1) AS m2, CLASSIFIER(B) AS m3 ALL ROWS PER MATCH WITH UNMATCHED ROWS PATTERN ((B{1,2} (B*){1,} | (A){1,2} (C+ | B{2}?){0,1})+) SUBSET U = (C, B) DEFINE A AS true, B AS PREV(A.x, 1) IS NOT NULL, C AS NEXT(U.x) <> RUNNING LAST(x))
SELECT * FROM (VALUES (1, 1, 0), (1, 2, 2), (1, 3, 3), (1, 4, 1), (1, 5, 4), (1, 6, 1)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES RUNNING array_agg(CLASSIFIER(U)) AS m0, NEXT(LAST(x, 1), 0) AS m1, FINAL count(A.*) AS m2 ALL ROWS PER MATCH AFTER MATCH SKIP TO LAST A PATTERN (A{1,2}) SUBSET U = (A) DEFINE A AS coalesce(PREV(RUNNING LAST(CLASSIFIER(A), 0), 1), '-') <> 'A')
SELECT * FROM (VALUES (1, 1, 0), (1, 2, 3), (1, 3, 0), (1, 4, 2), (1, 5, 0), (1, 6, 3), (1, 7, 4), (1, 8, NULL)) t(p, id, x) MATCH_RECOGNIZE (ORDER BY id MEASURES LAST(CLASSIFIER(A)) AS m0, sum(U.x) AS m1, MATCH_NUMBER() AS m2 ALL ROWS PER MATCH AFTER MATCH SKIP TO U PATTERN (B+ $ (() | A)) SUBSET U = (A, B) DEFINE A AS (LAST(coalesce(A.x, 1) + A.id, 1) <= NEXT(B.x, 2) OR min(U.x) <= B.x), B AS 0 > NEXT(LAST(A.x, 0), 2))
SELECT * FROM (VALUES (1, 1, 3, 0.8e0, 'b', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, 4, 2.4e0, '', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 3, 3.2e0, '', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 4, 4, 3.7e0, '', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 5, 0, 1.0e0, 'ab', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 6, 2, 3.7e0, '', TIMESTAMP '2024-01-16 10:00:00.000'), (1, 7, 2, 2.9e0, '', TIMESTAMP '2024-01-16 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES PREV(FINAL LAST(CLASSIFIER(A), 0), 1) AS m0, max_by(A.s, A.x) AS m1, RUNNING LAST(CLASSIFIER(A), 0) AS m2 ALL ROWS PER MATCH OMIT EMPTY MATCHES AFTER MATCH SKIP TO FIRST A PATTERN (A) SUBSET U = (A) DEFINE A AS U.s <> LAST(U.s))
SELECT * FROM (VALUES (1, 1, 0, 3.5e0, 'ab', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, 0, 4.2e0, '', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 3, 1, 3.2e0, 'a', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 4, 2, 1.5e0, '', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 5, 0, 2.6e0, 'a', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 6, 2, 1.3e0, 'a', TIMESTAMP '2024-01-16 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS m0, CLASSIFIER() AS m1, cardinality(array_agg(s)) AS m2, date_diff('day', FIRST(C.ts), ts) AS m3 ALL ROWS PER MATCH PATTERN ({- C{1,} -}) SUBSET U = (C) DEFINE C AS true)
SELECT * FROM (VALUES (1, 1, 4, 2.7e0, '', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, 2, 0.7e0, '', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 1, 1.2e0, 'a', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 4, NULL, 4.7e0, 'a', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 5, 3, 0.2e0, 'b', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 6, 4, 0.8e0, '', TIMESTAMP '2024-01-15 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(d) AS m0, RUNNING array_agg(B.x) AS m1, count(*) AS m2 ALL ROWS PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (B{,}?) SUBSET U = (B) DEFINE B AS coalesce(NEXT(CLASSIFIER(U), 1), '-') <> 'B')
SELECT * FROM (VALUES (1, 1, 4, 2.6e0, 'a', TIMESTAMP '2024-01-10 10:00:00.000'), (1, 2, 3, 3.8e0, 'ab', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 4, 1.7e0, 'b', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 4, 4, 4.3e0, 'a', TIMESTAMP '2024-01-14 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES RUNNING approx_distinct(A.x) AS m0, NEXT(CLASSIFIER(C)) AS m1, PREV(LAST(CLASSIFIER(), 0), 0) AS m2, length(FINAL LAST(A.s)) AS m3 ALL ROWS PER MATCH OMIT EMPTY MATCHES AFTER MATCH SKIP TO FIRST A PATTERN ((PERMUTE(B, C{2}, A) | (PERMUTE(A){1,2}? $ B{,2}?)){1,}?) SUBSET U = (C) DEFINE B AS x > PREV(x), C AS true)
SELECT * FROM (VALUES (1, 1, 2, 0.2e0, 'b', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 2, 4, 2.6e0, '', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 4, 1.4e0, 'a', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 4, 0, 2.6e0, 'ab', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 5, 2, 0.6e0, 'b', TIMESTAMP '2024-01-16 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES CASE WHEN B.x > 1 THEN B.x ELSE A.x END AS m0, PREV(FINAL LAST(CLASSIFIER(C), 0), 2) AS m1, stddev(U.d) AS m2, map_agg(id, x) AS m3 ALL ROWS PER MATCH OMIT EMPTY MATCHES AFTER MATCH SKIP TO LAST B PATTERN (C () C{,} ^ A{1,}? B) SUBSET U = (A) DEFINE A AS s = LAST(s), B AS PREV(A.x, 2) <= FIRST(x, 2), C AS -C.x IS NOT NULL)
SELECT * FROM (VALUES (1, 1, 4, 4.8e0, 'ab', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 2, NULL, 1.8e0, '', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, NULL, 4.9e0, 'b', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 4, 2, 0.6e0, 'ab', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 5, 1, 3.6e0, 'a', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 6, 1, 4.9e0, 'a', TIMESTAMP '2024-01-17 10:00:00.000'), (1, 7, 4, 3.1e0, '', TIMESTAMP '2024-01-17 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id DESC MEASURES FINAL array_agg(B.x) AS m0, RUNNING max_by(B.s, B.x) AS m1 ALL ROWS PER MATCH WITH UNMATCHED ROWS AFTER MATCH SKIP TO FIRST B PATTERN (B{1,2}? $) SUBSET U = (B) DEFINE B AS B.x BETWEEN -B.x AND max_by(x, id))
SELECT * FROM (VALUES (1, 1, 1, 3.7e0, 'b', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, 1, 4.7e0, 'a', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 3, 2, 0.5e0, '', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 4, 2, 4.5e0, 'a', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 5, 0, 0.9e0, 'a', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 6, 0, 0.9e0, 'b', TIMESTAMP '2024-01-17 10:00:00.000'), (1, 7, 1, 1.0e0, '', TIMESTAMP '2024-01-16 10:00:00.000'), (1, 8, 1, 3.1e0, 'ab', TIMESTAMP '2024-01-17 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES B.x AS m0 ALL ROWS PER MATCH AFTER MATCH SKIP TO U PATTERN ((C $ | B{0,1} A+)? A B (A | B{,})) SUBSET U = (A, B) DEFINE A AS cardinality(array_agg(U.x)) > 2, B AS (U.s <> LAST(A.s) OR RUNNING LAST(CLASSIFIER(U)) = 'B'), C AS (coalesce(CLASSIFIER(C), '-') <> 'B' AND true))
SELECT * FROM (VALUES (1, 1, 1, 1.0e0, 'a', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, 1, 0.6e0, 'a', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 3, NULL, 0.2e0, '', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 4, 0, 0.9e0, 'ab', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 5, 2, 4.8e0, 'a', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 6, 3, 4.5e0, 'a', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 7, 4, 3.5e0, 'ab', TIMESTAMP '2024-01-17 10:00:00.000'), (1, 8, 1, 0.6e0, 'ab', TIMESTAMP '2024-01-17 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES RUNNING FIRST(CLASSIFIER(A), 1) AS m0 AFTER MATCH SKIP PAST LAST ROW PATTERN (PERMUTE(A)) SUBSET U = (A) DEFINE A AS cardinality(array_agg(x)) > 1)
SELECT * FROM (VALUES (1, 1, 4, 3.6e0, '', TIMESTAMP '2024-01-10 10:00:00.000'), (1, 2, NULL, CAST(NULL AS double), 'b', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 3, 4, CAST(NULL AS double), 'ab', TIMESTAMP '2024-01-14 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id DESC MEASURES LAST(C.ts) AS m0, FINAL array_agg(U.d) AS m1, NEXT(CLASSIFIER(U)) AS m2 ALL ROWS PER MATCH PATTERN ((A C{1,2}? B{,}){2,3} A B B{2,3}) SUBSET U = (C) DEFINE A AS (coalesce(RUNNING FIRST(CLASSIFIER(B)), '-') <> 'C' OR U.x BETWEEN 5 AND (C.x - max(U.x))), B AS (coalesce(CLASSIFIER(C), '-') <> 'B' AND x <= PREV(x)))
SELECT * FROM (VALUES (1, 1, 0, 0.9e0, '', TIMESTAMP '2024-01-10 10:00:00.000'), (1, 2, 4, 1.5e0, 'a', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 3, 1, 0.3e0, '', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 4, 4, 3.0e0, '', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 5, 0, 1.8e0, 'ab', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 6, 2, 4.4e0, 'a', TIMESTAMP '2024-01-17 10:00:00.000'), (1, 7, NULL, 4.0e0, 'a', TIMESTAMP '2024-01-18 10:00:00.000'), (1, 8, 4, 4.1e0, 'a', TIMESTAMP '2024-01-18 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES FINAL max_by(A.x, A.id) AS m0, CLASSIFIER(A) AS m1, PREV(CLASSIFIER(A)) AS m2 ALL ROWS PER MATCH SHOW EMPTY MATCHES PATTERN (C{1,2} A A? C) SUBSET U = (A) DEFINE A AS coalesce(CLASSIFIER(C), '-') <> 'A', C AS (NOT (A.d > 1) OR RUNNING count(*) <> FIRST(U.x)))
SELECT * FROM (VALUES (1, 1, 1, 3.5e0, 'a', TIMESTAMP '2024-01-10 10:00:00.000'), (1, 2, 0, 4.2e0, 'b', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 0, 2.6e0, 'ab', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 4, 1, 4.4e0, 'ab', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 5, 4, 0.6e0, 'ab', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 6, 1, 0.9e0, '', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 7, 3, 4.0e0, '', TIMESTAMP '2024-01-18 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES PREV(C.s || 'x') AS m0, FIRST(CLASSIFIER()) AS m1, cardinality(RUNNING array_agg(C.s)) AS m2, LAST(coalesce(C.x, 1) + C.id, 1) AS m3 ALL ROWS PER MATCH PATTERN (C) SUBSET U = (C) DEFINE C AS coalesce(NEXT(CLASSIFIER(C)), '-') <> 'C')
SELECT * FROM (VALUES (1, 1, NULL, 2.6e0, 'a', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, 1, 4.7e0, 'ab', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 1, 0.2e0, 'b', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 4, 3, CAST(NULL AS double), 'ab', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 5, 1, 0.4e0, 'ab', TIMESTAMP '2024-01-16 10:00:00.000'), (1, 6, NULL, 1.0e0, 'ab', TIMESTAMP '2024-01-16 10:00:00.000'), (1, 7, 1, 2.2e0, 'b', TIMESTAMP '2024-01-17 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id DESC MEASURES CLASSIFIER(U) AS m0, map_agg(A.id, A.x) AS m1, PREV(CLASSIFIER()) AS m2, FINAL array_agg(CLASSIFIER(U)) AS m3 ALL ROWS PER MATCH WITH UNMATCHED ROWS AFTER MATCH SKIP TO NEXT ROW PATTERN (($ B A | A B{0,1} B)) SUBSET U = (A) DEFINE A AS LAST(CLASSIFIER(), 1) = 'A', B AS true)
SELECT * FROM (VALUES (1, 1, 1, 0.9e0, '', TIMESTAMP '2024-01-10 10:00:00.000'), (1, 2, 0, 0.3e0, 'ab', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, NULL, 3.0e0, '', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 4, 0, 1.1e0, 'b', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 5, NULL, 1.0e0, '', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 6, 1, 1.4e0, 'ab', TIMESTAMP '2024-01-16 10:00:00.000'), (1, 7, 3, 2.7e0, '', TIMESTAMP '2024-01-17 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES NEXT(CLASSIFIER(A)) AS m0 ONE ROW PER MATCH AFTER MATCH SKIP TO FIRST A PATTERN ((A C{1,}? (B | ()))) SUBSET U = (A, B) DEFINE A AS (true AND coalesce(FIRST(CLASSIFIER(), 0), '-') <> 'A'))
SELECT * FROM (VALUES (1, 1, 1, 3.8e0, 'a', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 2, 0, 1.9e0, 'a', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 3, CAST(NULL AS double), 'b', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 4, 1, 0.4e0, 'a', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 5, 4, 1.2e0, 'b', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 6, 4, 0.7e0, 'ab', TIMESTAMP '2024-01-17 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES PREV(LAST(CLASSIFIER(A), 1), 2) AS m0 ALL ROWS PER MATCH SHOW EMPTY MATCHES PATTERN ((PERMUTE(A{,2}, C{2}, C) | ((B{0,1}? | C){2}? | C (B | ())))) SUBSET U = (A) DEFINE A AS (ts - U.ts < INTERVAL '2' DAY OR FIRST(CLASSIFIER(), 0) <> 'C'), C AS date_diff('day', FIRST(ts), ts) <> RUNNING count_if(B.x > 1))
SELECT * FROM (VALUES (1, 1, 1, 4.8e0, 'ab', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, NULL, 2.5e0, 'ab', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 3, NULL, 4.7e0, 'ab', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 4, 1, 3.6e0, 'b', TIMESTAMP '2024-01-13 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id DESC MEASURES FINAL array_agg(A.x) AS m0, abs(A.x - 2) AS m1 ALL ROWS PER MATCH OMIT EMPTY MATCHES AFTER MATCH SKIP TO NEXT ROW PATTERN (A) SUBSET U = (A) DEFINE A AS (A.d / 0.5e0 > RUNNING count(A.*) OR x > PREV(x)))
SELECT * FROM (VALUES (1, 1, 4, 3.6e0, 'ab', TIMESTAMP '2024-01-10 10:00:00.000'), (1, 2, 4, CAST(NULL AS double), 'b', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 3, 3, 4.1e0, 'ab', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 4, 1, 0.2e0, 'b', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 5, 0, 2.8e0, 'ab', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 6, 1, 1.4e0, 'a', TIMESTAMP '2024-01-17 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id DESC MEASURES LAST(coalesce(x, 1) + id) AS m0, approx_distinct(B.x) AS m1, NEXT(CLASSIFIER(B)) AS m2 AFTER MATCH SKIP TO FIRST C PATTERN (PERMUTE(C{1,2}? B{1,}?, B B?, $ C)+) SUBSET U = (B) DEFINE B AS cardinality(array_agg(x)) > 1, C AS s > RUNNING FIRST(s))
SELECT * FROM (VALUES (1, 1, 0, 1.7e0, 'ab', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, 0, 4.9e0, 'a', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 3, 4, 3.1e0, 'ab', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 4, 4, 2.2e0, '', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 5, 1, 1.0e0, 'b', TIMESTAMP '2024-01-16 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES NEXT(CLASSIFIER(U), 2) AS m0, RUNNING LAST(A.x, 2) AS m1 AFTER MATCH SKIP TO LAST C PATTERN (() B (C* | A){2}) SUBSET U = (B) DEFINE B AS (CLASSIFIER(U) <> 'A' AND U.s <> RUNNING LAST(A.s)))
SELECT * FROM (VALUES (1, 1, 0, 0.8e0, 'a', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, 1, 4.6e0, 'b', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 1, 3.2e0, '', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 4, 1, 2.7e0, 'b', TIMESTAMP '2024-01-15 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id DESC MEASURES PREV(x) AS m0, RUNNING stddev(A.d) AS m1, array_agg(C.x) AS m2 AFTER MATCH SKIP PAST LAST ROW PATTERN ((A{,} A A{1,}) {- C -} {- B -}) SUBSET U = (B, C) DEFINE A AS A.x BETWEEN x AND avg(B.d), B AS coalesce(PREV(LAST(CLASSIFIER(), 0), 0), '-') <> 'C', C AS min(C.x) >= B.x)
SELECT * FROM (VALUES (1, 1, 2, 1.7e0, 'b', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 2, NULL, 1.9e0, 'a', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 3, NULL, 2.6e0, 'ab', TIMESTAMP '2024-01-12 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES (x * PREV(A.x, 2)) AS m0, PREV(CLASSIFIER(), 0) AS m1 ALL ROWS PER MATCH PATTERN (((C* | C?? A{2}){1,2}? C A (() | A))) SUBSET U = (A) DEFINE A AS NOT (A.d > U.d * 2), C AS ts - A.ts < INTERVAL '1' DAY)
SELECT * FROM (VALUES (1, 1, 0, 1.7e0, 'a', TIMESTAMP '2024-01-10 10:00:00.000'), (1, 2, 1, 0.3e0, 'ab', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 3, NULL, 2.8e0, 'a', TIMESTAMP '2024-01-14 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES FINAL LAST(CLASSIFIER(C), 1) AS m0, date_diff('day', FIRST(B.ts), ts) AS m1, CASE WHEN B.x > 1 THEN B.x ELSE count(x) END AS m2, RUNNING array_agg(C.x) AS m3 ALL ROWS PER MATCH WITH UNMATCHED ROWS AFTER MATCH SKIP TO FIRST C PATTERN ($ C{,2} B{,2} C* A{,}) SUBSET U = (A, B) DEFINE A AS coalesce(CLASSIFIER(A), '-') <> 'A', B AS (coalesce(PREV(RUNNING LAST(CLASSIFIER(B), 1), 2), '-') <> 'B' OR coalesce(PREV(CLASSIFIER(C), 2), '-') <> 'C'), C AS C.s < LAST(s))
SELECT * FROM (VALUES (1, 1, 0, CAST(NULL AS double), 'b', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, 3, 2.3e0, 'ab', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 3, 2.6e0, 'a', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 4, 1, 4.6e0, 'ab', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 5, 2, 1.1e0, 'b', TIMESTAMP '2024-01-16 10:00:00.000'), (1, 6, 1, 4.7e0, '', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 7, 0, 3.1e0, '', TIMESTAMP '2024-01-17 10:00:00.000'), (1, 8, 4, 4.6e0, '', TIMESTAMP '2024-01-19 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES min(d) AS m0 ALL ROWS PER MATCH AFTER MATCH SKIP TO NEXT ROW PATTERN (((A{0,1} | B) | ((C{1,2}? | A) | B B+){2}?){0,1}?) SUBSET U = (C) DEFINE A AS true, C AS FIRST(x) IS NOT NULL)
SELECT * FROM (VALUES (1, 1, 2, 4.1e0, '', TIMESTAMP '2024-01-10 10:00:00.000'), (1, 2, 1, 3.8e0, 'a', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 4, 0.5e0, '', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 4, 0, 3.5e0, '', TIMESTAMP '2024-01-15 10:00:00.000'), (1, 5, 3, 4.6e0, 'ab', TIMESTAMP '2024-01-16 10:00:00.000'), (1, 6, 0, 0.1e0, '', TIMESTAMP '2024-01-17 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(B.x) AS m0 ALL ROWS PER MATCH SHOW EMPTY MATCHES AFTER MATCH SKIP TO LAST B PATTERN (B{1,}?) SUBSET U = (B) DEFINE B AS true)
SELECT * FROM (VALUES (1, 1, 0, 3.1e0, 'ab', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 2, 2, 1.9e0, 'b', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 3, 4.9e0, '', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 4, 1, 1.2e0, '', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 5, 3, 1.9e0, '', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 6, 0, 2.6e0, 'b', TIMESTAMP '2024-01-17 10:00:00.000'), (1, 7, 0, 0.3e0, 'ab', TIMESTAMP '2024-01-18 10:00:00.000'), (1, 8, 3, 3.2e0, 'b', TIMESTAMP '2024-01-17 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES RUNNING array_agg(CLASSIFIER(C)) AS m0, PREV(FINAL LAST(CLASSIFIER(U), 1), 1) AS m1, CLASSIFIER(C) AS m2 ALL ROWS PER MATCH WITH UNMATCHED ROWS AFTER MATCH SKIP TO LAST B PATTERN (A A* (C{,} B{,2})) SUBSET U = (B) DEFINE A AS FIRST(x, 0) = RUNNING max_by(C.x, C.id), B AS (s = FIRST(s) AND ts <= FIRST(B.ts) ), C AS RUNNING FIRST(U.x) IS NOT NULL)
SELECT * FROM (VALUES (1, 1, 4, 4.8e0, 'b', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 2, 3, CAST(NULL AS double), 'a', TIMESTAMP '2024-01-11 10:00:00.000'), (1, 3, 2, CAST(NULL AS double), 'b', TIMESTAMP '2024-01-13 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(CLASSIFIER(C)) AS m0, x + sum(U.x) AS m1 ALL ROWS PER MATCH WITH UNMATCHED ROWS PATTERN ((C{1,} B{,2}? (B{,} | A*?)* | C* C{,}? A)) SUBSET U = (B) DEFINE A AS (x < PREV(x) AND cardinality(array_agg(x)) < 1), B AS coalesce(CLASSIFIER(U), '-') <> 'A', C AS (x < PREV(x) AND FIRST(CLASSIFIER(C)) = 'A'))
SELECT * FROM (VALUES (1, 1, 2, 0.7e0, 'b', TIMESTAMP '2024-01-10 10:00:00.000'), (1, 2, 1, 3.0e0, 'a', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 3, 4, 3.7e0, 'b', TIMESTAMP '2024-01-12 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(A.x) AS m0, CLASSIFIER(C) AS m1 ONE ROW PER MATCH AFTER MATCH SKIP TO LAST A PATTERN (A B {- (C{0,1}? C) -}) SUBSET U = (A) DEFINE A AS s < FIRST(s), B AS (B.x BETWEEN CASE WHEN U.x > 1 THEN U.x ELSE x % U.x END AND PREV(FIRST(A.x, 1), 1) OR cardinality(array_agg(CLASSIFIER(U))) < 1), C AS (coalesce(FIRST(CLASSIFIER()), '-') <> 'C' OR ts <= FIRST(C.ts) ))
SELECT * FROM (VALUES (1, 1, 2, 0.1e0, '', TIMESTAMP '2024-01-10 10:00:00.000'), (1, 2, 3, 0.8e0, 'b', TIMESTAMP '2024-01-12 10:00:00.000'), (1, 3, 0, 1.6e0, 'b', TIMESTAMP '2024-01-13 10:00:00.000'), (1, 4, 3, 0.8e0, 'a', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 5, 4, CAST(NULL AS double), 'ab', TIMESTAMP '2024-01-14 10:00:00.000'), (1, 6, 1, 0.3e0, 'b', TIMESTAMP '2024-01-17 10:00:00.000')) t(p, id, x, d, s, ts) MATCH_RECOGNIZE (ORDER BY id MEASURES CLASSIFIER(A) AS m0, FINAL array_agg(A.d) AS m1 ALL ROWS PER MATCH OMIT EMPTY MATCHES AFTER MATCH SKIP PAST LAST ROW PATTERN ({- A -}) SUBSET U = (A) DEFINE A AS 1 IS NOT NULL)
SELECT * FROM (VALUES (1, 5), (2, 4), (3, 0), (4, 0)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES B.v AS b PATTERN (^ A B) DEFINE B AS abs(10 / B.v) > 1)
SELECT * FROM (VALUES (1, 5), (2, 4), (3, 3), (4, 0)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES B.v AS b PATTERN (A B) DEFINE B AS abs(10 / B.v) > 1)
SELECT * FROM (VALUES (1, 5), (2, 4), (3, 3), (4, 0)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES B.v AS b PATTERN (A B C) DEFINE B AS abs(10 / B.v) > 1)
SELECT * FROM (VALUES (1, 5), (2, 4), (3, 3), (4, 0)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES B.v AS b PATTERN (A B | C) DEFINE B AS abs(10 / NEXT(v)) > 100)
SELECT * FROM (VALUES (1, 5), (2, 4), (3, 3), (4, 0)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES LAST(B.v) AS b, count(*) AS c AFTER MATCH SKIP TO NEXT ROW PATTERN (A B+) DEFINE B AS v > 0 AND abs(FIRST(A.v) - B.v) <= 10 / v)
SELECT * FROM (VALUES (1, 3), (2, 1), (3, 2)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A | B) DEFINE A AS approx_distinct(A.v) = 1)
SELECT * FROM (VALUES (1, 3), (2, 1), (3, 2)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A B) DEFINE A AS approx_distinct(A.v) = 1)
SELECT * FROM (VALUES (1, 3), (2, 1), (3, 2)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (B A?) DEFINE A AS approx_distinct(A.v) = 1)
SELECT * FROM (VALUES (1, 3), (2, 1), (3, 2)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A? B) DEFINE A AS approx_distinct(A.v) = 1)
SELECT * FROM (VALUES (1, 3), (2, 1), (3, 2)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A (B | A)) DEFINE A AS approx_distinct(A.v) = 5)
SELECT * FROM (VALUES (1, 3), (2, 1), (3, 2)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (B C (B | A)) DEFINE A AS approx_distinct(A.v) = 5, C AS approx_set(v) IS NOT NULL)
SELECT * FROM (VALUES (1, 3), (2, 1), (3, 2)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (B B B C?) DEFINE C AS approx_set(v) IS NOT NULL)
SELECT * FROM (VALUES (1, 3), (2, 1), (3, 2)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES approx_distinct(v) AS c PATTERN (A+) DEFINE A AS true)
SELECT * FROM (VALUES (1, 3), (2, 1), (3, 2)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS c PATTERN (() | A) DEFINE A AS approx_set(v) IS NOT NULL)
SELECT * FROM (VALUES (1, 3), (2, 1), (3, 2)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES 1 AS c PATTERN (A $ | A B) DEFINE A AS approx_set(v) IS NOT NULL)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[approx_distinct(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES approx_distinct(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[map_agg(A.id, A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES map_agg(A.id, A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[histogram(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES histogram(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[approx_percentile(A.v, 0.5E0)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES approx_percentile(A.v, 0.5E0) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[multimap_agg(A.v, A.id)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES multimap_agg(A.v, A.id) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[max_by(A.id, A.v, 2)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES max_by(A.id, A.v, 2) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[min(A.v, 2)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES min(A.v, 2) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[max(v, 1)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES max(v, 1) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[checksum(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES checksum(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[numeric_histogram(2, A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES numeric_histogram(2, A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[approx_set(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES approx_set(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[bitwise_and_agg(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES bitwise_and_agg(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[corr(A.v, A.id)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES corr(A.v, A.id) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[covar_pop(A.v, A.id)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES covar_pop(A.v, A.id) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[regr_slope(A.v, A.id)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES regr_slope(A.v, A.id) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[geometric_mean(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES geometric_mean(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[stddev(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES stddev(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[variance(v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES variance(v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[skewness(v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES skewness(v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[entropy(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES entropy(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[bool_and(A.v > 1)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES bool_and(A.v > 1) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[every(A.v > 1)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES every(A.v > 1) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[any_value(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES any_value(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[array_agg(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES array_agg(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[set_agg(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES set_agg(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[map_union(MAP(ARRAY[A.id], ARRAY[A.v]))]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES map_union(MAP(ARRAY[A.id], ARRAY[A.v])) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[tdigest_agg(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES tdigest_agg(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[approx_most_frequent(2, A.v, 10)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES approx_most_frequent(2, A.v, 10) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[sum(CAST(A.v AS real))]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(CAST(A.v AS real)) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[avg(CAST(A.v AS decimal(5,1)))]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES avg(CAST(A.v AS decimal(5,1))) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[avg(CAST(A.v AS real))]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES avg(CAST(A.v AS real)) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[sum(INTERVAL '1' DAY * A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(INTERVAL '1' DAY * A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[min(A.s)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES min(A.s) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[max(A.s || 'x')]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES max(A.s || 'x') AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[merge(approx_set(A.v))]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES merge(approx_set(A.v)) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[set_union(ARRAY[A.v])]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES set_union(ARRAY[A.v]) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[min_by(A.s, A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES min_by(A.s, A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[count(DISTINCT A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(DISTINCT A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[count(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[count(A.s)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(A.s) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[kurtosis(A.v)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES kurtosis(A.v) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS cardinality(ARRAY[count_if(A.v > 2)]) = 1)
SELECT * FROM (VALUES (1, 3, 'b'), (2, 1, 'a'), (3, 2, 'c'), (4, NULL, 'd')) t(id, v, s) MATCH_RECOGNIZE (ORDER BY id MEASURES count_if(A.v > 2) AS x ALL ROWS PER MATCH PATTERN (B (A | B)+) DEFINE A AS id % 2 = 0)
SELECT * FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES try(10 / A.v) AS c, if(A.v = 0, 'zero', 'more') AS i, nullif(v, 5) AS n, CAST(v AS varchar) AS s ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS try(10 / A.v) IS NULL OR A.v > 4)
SELECT * FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES CAST(ROW(v, 'x') AS ROW(a integer, b varchar)).a AS c, json_format(CAST(array_agg(v) AS JSON)) AS j, format('%s', v) AS f, v AS "Quoted Name" ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS v IN (0, 5, NULL))
SELECT m.* FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS v BETWEEN 0 AND PREV(v, 0)) AS m WHERE m.c > 1
SELECT * FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c ALL ROWS PER MATCH PATTERN (A+) DEFINE A AS v LIKE 'x')
SELECT * FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES nosuch(v) AS c PATTERN (A+) DEFINE A AS true)
SELECT * FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES count(*) AS c PATTERN (A+) DEFINE A AS v + 'a' > 1)
SELECT * FROM (VALUES (1, 0), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES transform(ARRAY[v], x -> x + 1) AS c PATTERN (A+) DEFINE A AS true)
SELECT * FROM (VALUES (1, DATE '2024-01-01'), (2, DATE '2024-01-03')) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES LAST(v) AS c PATTERN (A B) DEFINE B AS v > A.v AND v > DATE '2024-01-02' AND v - INTERVAL '1' DAY > A.v)
SELECT * FROM (VALUES (1, 2), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES A.v AS v, B.v AS v PATTERN (A B) DEFINE B AS true) AS m WHERE v > 1
SELECT * FROM (VALUES (1, 2), (2, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES coalesce(PREV(v), LAST(A.v), 0) AS r, -B.v AS n, NOT (A.v > 1) AS b PATTERN (A B) DEFINE B AS true)
SELECT * FROM (VALUES (1, 9223372036854775807), (2, 5), (3, -9223372036854775807)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(v) AS c PATTERN (A A A) DEFINE A AS true)
SELECT * FROM (VALUES (1, 9223372036854775807), (2, -5), (3, 7)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(v) AS c PATTERN (A A A) DEFINE A AS sum(v) <> 1)
SELECT * FROM (VALUES (1, 9223372036854775807), (2, -5), (3, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(v) AS c PATTERN (A A A) DEFINE A AS sum(v) <> 1)
SELECT * FROM (VALUES (1, 9223372036854775807), (2, -5), (3, 5)) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES avg(v) AS c, geometric_mean(v + 10) AS g ALL ROWS PER MATCH PATTERN (A A) DEFINE A AS true)
SELECT * FROM (VALUES (1, DECIMAL '99999999999999999999999999999999999999'), (2, DECIMAL '1'), (3, DECIMAL '-5')) t(id, v) MATCH_RECOGNIZE (ORDER BY id MEASURES sum(v) AS c PATTERN (A A A) DEFINE A AS true)
-- types of intervals
SELECT CAST(NULL AS interval day to THEN)
SELECT CAST(NULL AS interval day to foo)
SELECT CAST(NULL AS interval day to)
SELECT CAST(NULL AS interval day to 1)
SELECT CAST(NULL AS interval day THEN)
SELECT CAST(NULL AS interval foo)
SELECT CAST(NULL AS interval THEN)
SELECT CAST(NULL AS interval day to hour)
SELECT CAST(NULL AS interval day to second second)
SELECT INTERVAL '1' DAY TO THEN
SELECT INTERVAL '1' DAY TO foo
SELECT INTERVAL '1' DAY TO
SELECT CAST(NULL AS interval year to second)
SELECT CAST(NULL AS array(interval day to x))
SELECT CAST(NULL AS row(a interval day to x))
SELECT CAST(NULL AS interval day array)
SELECT CAST(NULL AS interval day to second array)
SELECT CAST(NULL AS interval day to second to)
SELECT t . c0 , stddev_pop ( - 0e0 ) OVER ( PARTITION BY t . c2 ORDER BY t . c2 DESC , t . c0 DESC NULLS FIRST ) FROM ( VALUES ( 0 , INTERVAL '1' DAY , DATE '2021-01-03' , CAST ( 'null' AS varchar ( 5 ) ) ) , ( 1 , CAST ( NULL AS interval day to THEN ) , DATE '1900-01-01' , CAST ( '2024-02-29' AS varchar ( 5 ) ) ) , ( 2 , INTERVAL '-3:04' HOUR TO SECOND , DATE '2024-11-03' , CAST ( 'a' AS varchar ( 5 ) ) ) ) AS t ( c0 , c1 , c2 , c3 )
SELECT 1 FROM ( VALUES ( 1 , CAST ( NULL AS interval day to THEN ) , 2 ) ) AS t ( c0 , c1 , c2  )
SELECT 1 FROM ( VALUES ( 1 , CAST ( NULL AS interval day to THEN ) ) )
VALUES ( 1 , CAST ( NULL AS interval day to THEN ) )
SELECT ( CAST ( NULL AS interval day to THEN ) )
SELECT ( 1, CAST ( NULL AS interval day to THEN ) )
SELECT ( CAST ( NULL AS interval day to foo ) )
SELECT ( CAST ( NULL AS interval day THEN ) )
SELECT ( CAST ( NULL AS interval foo ) )
SELECT ( 1, CAST ( NULL AS interval ) )
SELECT ( 1, CAST ( NULL AS interval day to day to ) )
SELECT f( CAST ( NULL AS interval day to THEN ) )
SELECT ARRAY[ CAST ( NULL AS interval day to THEN ) ]
SELECT ( CAST ( NULL AS row(interval day to THEN) ) )
