/**
 * Grammar of expressions, types and names, in the notation of `reader.ts`.
 * @module
 */

/**
 * Rules from `expression` down to identifiers. None uses `routineReturns`: it stands for the routines
 * that Athena has not, for its engine's grammar tells by them what may come behind a type.
 */
export const EXPRESSIONS = `
expression <expression> = booleanExpression
booleanExpression <expression> = (valueExpression predicate? | NOT booleanExpression)
  (AND booleanExpression | OR booleanExpression)~
predicate <predicate> = comparisonOperator valueExpression
  | comparisonOperator comparisonQuantifier '(' query ')'
  | NOT? BETWEEN valueExpression AND valueExpression
  | NOT? IN '(' {expression} ')'
  | NOT? IN '(' query ')'
  | NOT? LIKE valueExpression (ESCAPE valueExpression)?
  | IS NOT? NULL
  | IS NOT? DISTINCT FROM valueExpression
comparisonQuantifier = ALL | SOME | ANY
comparisonOperator = '=' | NEQ | '<' | '<=' | '>' | '>='
valueExpression <expression> = (primaryExpression | ('-' | '+') valueExpression)
  (AT timeZoneSpecifier | ('*' | '/' | '%') valueExpression | ('+' | '-') valueExpression
  | '||' valueExpression)~
timeZoneSpecifier = TIME ZONE interval | TIME ZONE string

primaryExpression <expression> = (NULL | interval | identifier string | DOUBLE PRECISION string
  | number | booleanValue | string | #binary | '?'
  | POSITION '(' valueExpression IN valueExpression ')'
  | '(' expression (',' expression)+ ')' | ROW '(' {expression} ')'
  | LISTAGG '(' setQuantifier? expression (',' string)? (ON OVERFLOW listAggOverflowBehavior)? ')'
    WITHIN GROUP '(' ORDER BY {sortItem} ')' filter?
  | processingMode? qualifiedName '(' (identifier '.')? '*' ')' filter? over?
  | processingMode? qualifiedName '(' (setQuantifier? {expression})? (ORDER BY {sortItem})? ')'
    filter? (nullTreatment? over)?
  | identifier over
  | identifier '->' expression | '(' {identifier}? ')' '->' expression
  | '(' query ')' | EXISTS '(' query ')'
  | CASE expression whenClause+ (ELSE expression)? END
  | CASE whenClause+ (ELSE expression)? END
  | CAST '(' expression AS type ')' | TRY_CAST '(' expression AS type ')'
  | ARRAY '[' {expression}? ']'
  | identifier
  | CURRENT_DATE | CURRENT_TIME ('(' #integer ')')? | CURRENT_TIMESTAMP ('(' #integer ')')?
  | LOCALTIME ('(' #integer ')')? | LOCALTIMESTAMP ('(' #integer ')')?
  | CURRENT_USER | CURRENT_CATALOG | CURRENT_SCHEMA | CURRENT_PATH
  | TRIM '(' (trimsSpecification? valueExpression? FROM)? valueExpression ')'
  | TRIM '(' valueExpression ',' valueExpression ')'
  | SUBSTRING '(' valueExpression FROM valueExpression (FOR valueExpression)? ')'
  | NORMALIZE '(' valueExpression (',' normalForm)? ')'
  | EXTRACT '(' identifier FROM valueExpression ')'
  | '(' expression ')'
  | GROUPING '(' {qualifiedName}? ')'
  | JSON_EXISTS '(' jsonPathInvocation (jsonExistsErrorBehavior ON ERROR)? ')'
  | JSON_VALUE '(' jsonPathInvocation (RETURNING type)? (jsonValueBehavior ON EMPTY)?
    (jsonValueBehavior ON ERROR)? ')'
  | JSON_QUERY '(' jsonPathInvocation (RETURNING type (FORMAT jsonRepresentation)?)?
    (jsonQueryWrapperBehavior WRAPPER)? ((KEEP | OMIT) QUOTES (ON SCALAR STRING)?)?
    (jsonQueryBehavior ON EMPTY)? (jsonQueryBehavior ON ERROR)? ')'
  | JSON_OBJECT '(' ({jsonObjectMember} (NULL ON NULL | ABSENT ON NULL)?
    (WITH UNIQUE KEYS? | WITHOUT UNIQUE KEYS?)?)? (RETURNING type (FORMAT jsonRepresentation)?)? ')'
  | JSON_ARRAY '(' ({jsonValueExpression} (NULL ON NULL | ABSENT ON NULL)?)?
    (RETURNING type (FORMAT jsonRepresentation)?)? ')')
  ('[' valueExpression ']' | '.' identifier)~
booleanValue = TRUE | FALSE
listAggOverflowBehavior = ERROR | TRUNCATE string? listaggCountIndication
listaggCountIndication = WITH COUNT | WITHOUT COUNT
processingMode = RUNNING | FINAL
nullTreatment = IGNORE NULLS | RESPECT NULLS
trimsSpecification = LEADING | TRAILING | BOTH
normalForm = NFD | NFC | NFKD | NFKC
whenClause = WHEN expression THEN expression
filter = FILTER '(' WHERE booleanExpression ')'
over = OVER (identifier | '(' windowSpecification ')')

jsonPathInvocation = jsonValueExpression ',' string (AS identifier)? (PASSING {jsonArgument})?
jsonArgument = jsonValueExpression AS identifier
jsonValueExpression = expression (FORMAT jsonRepresentation)?
jsonRepresentation = JSON (ENCODING (UTF8 | UTF16 | UTF32))?
jsonValueBehavior = ERROR | NULL | DEFAULT expression
jsonQueryBehavior = ERROR | NULL | EMPTY ARRAY | EMPTY OBJECT
jsonQueryWrapperBehavior = WITHOUT ARRAY? | WITH (CONDITIONAL | UNCONDITIONAL)? ARRAY?
jsonExistsErrorBehavior = TRUE | FALSE | UNKNOWN | ERROR
jsonObjectMember = KEY? expression VALUE jsonValueExpression | expression ':' jsonValueExpression

interval = INTERVAL ('+' | '-')? string intervalField (TO intervalField)?
intervalField = YEAR | MONTH | DAY | HOUR | MINUTE | SECOND
type <type> = (ROW '(' {rowField} ')'
  | INTERVAL intervalField (TO intervalField)?
  | TIMESTAMP ('(' typeParameter ')')? (WITHOUT TIME ZONE)?
  | TIMESTAMP ('(' typeParameter ')')? WITH TIME ZONE
  | TIME ('(' typeParameter ')')? (WITHOUT TIME ZONE)?
  | TIME ('(' typeParameter ')')? WITH TIME ZONE
  | DOUBLE PRECISION | ARRAY '<' type '>' | MAP '<' type ',' type '>'
  | identifier ('(' {typeParameter} ')')?)
  (ARRAY ('[' #integer ']')?)~
rowField = type | identifier type
routineReturns = type identifier ':'
typeParameter = #integer | type

number = '-'? #decimal | '-'? #double | '-'? #integer
string <string> = #string | #unicode (UESCAPE #string)?
qualifiedName = identifier ('.' identifier)*
identifier <identifier> = #name | #digits
`;
