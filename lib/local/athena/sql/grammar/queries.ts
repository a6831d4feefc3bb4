/**
 * Grammar of queries: what Athena's engine looks for, and so what it says that it expected.
 * The notation is told in `reader.ts`.
 * @module
 */

/** Rules from `query` down to relations and windows. */
export const QUERIES = `
query <query> = with? queryNoWith
with = WITH RECURSIVE? {namedQuery}
namedQuery = identifier columnAliases? AS '(' query ')'
queryNoWith = queryTerm (ORDER BY {sortItem})? (OFFSET rowCount (ROW | ROWS)?)?
  (LIMIT limitRowCount | FETCH (FIRST | NEXT) rowCount? (ROW | ROWS) (ONLY | WITH TIES))?
limitRowCount = ALL | rowCount
rowCount = #integer | '?'
queryTerm = queryPrimary
  (INTERSECT setQuantifier? queryTerm | (UNION | EXCEPT) setQuantifier? queryTerm)~
queryPrimary = querySpecification | TABLE qualifiedName | VALUES {expression} | '(' queryNoWith ')'
sortItem = expression (ASC | DESC)? (NULLS (FIRST | LAST))?
setQuantifier = DISTINCT | ALL

querySpecification = SELECT setQuantifier? {selectItem} (FROM {relation})?
  (WHERE booleanExpression)? (GROUP BY groupBy)? (HAVING booleanExpression)?
  (WINDOW {windowDefinition})?
selectItem = expression (AS? identifier)? | primaryExpression '.' '*' (AS columnAliases)? | '*'
groupBy = setQuantifier? {groupingElement}
groupingElement = groupingSet | ROLLUP '(' {groupingSet}? ')' | CUBE '(' {groupingSet}? ')'
  | GROUPING SETS '(' {groupingSet} ')'
groupingSet = '(' {expression}? ')' | expression

windowDefinition = identifier AS '(' windowSpecification ')'
windowSpecification = identifier? (PARTITION BY {expression})? (ORDER BY {sortItem})? windowFrame?
windowFrame = (MEASURES {measureDefinition})? frameExtent (AFTER MATCH skipTo)? (INITIAL | SEEK)?
  (PATTERN '(' rowPattern ')')? (SUBSET {subsetDefinition})? (DEFINE {variableDefinition})?
frameExtent = RANGE frameBound | ROWS frameBound | GROUPS frameBound
  | RANGE BETWEEN frameBound AND frameBound | ROWS BETWEEN frameBound AND frameBound
  | GROUPS BETWEEN frameBound AND frameBound
frameBound = UNBOUNDED PRECEDING | UNBOUNDED FOLLOWING | CURRENT ROW
  | expression (PRECEDING | FOLLOWING)

relation = sampledRelation ((CROSS JOIN sampledRelation | joinType JOIN relation joinCriteria
  | NATURAL joinType JOIN sampledRelation))~
joinType = INNER? | LEFT OUTER? | RIGHT OUTER? | FULL OUTER?
joinCriteria = ON booleanExpression | USING '(' {identifier} ')'
sampledRelation = patternRecognition (TABLESAMPLE sampleType '(' expression ')')?
sampleType = BERNOULLI | SYSTEM
patternRecognition = aliasedRelation (MATCH_RECOGNIZE '(' (PARTITION BY {expression})?
  (ORDER BY {sortItem})? (MEASURES {measureDefinition})? rowsPerMatch? (AFTER MATCH skipTo)?
  (INITIAL | SEEK)? PATTERN '(' rowPattern ')' (SUBSET {subsetDefinition})?
  DEFINE {variableDefinition} ')' (AS? identifier columnAliases?)?)?
aliasedRelation = relationPrimary (AS? identifier columnAliases?)?
columnAliases = '(' {identifier} ')'
relationPrimary = qualifiedName queryPeriod? | '(' query ')'
  | UNNEST '(' {expression} ')' (WITH ORDINALITY)? | LATERAL '(' query ')'
  | TABLE '(' tableFunctionCall ')' | '(' relation ')' | JSON_TABLE '(' jsonPathInvocation COLUMNS '(' {jsonTableColumn} ')'
    (PLAN '(' jsonTableSpecificPlan ')' | PLAN DEFAULT '(' jsonTableDefaultPlan ')')?
    ((ERROR | EMPTY) ON ERROR)? ')'
queryPeriod = FOR rangeType AS OF valueExpression
rangeType = TIMESTAMP | VERSION

measureDefinition = expression AS identifier
rowsPerMatch = ONE ROW PER MATCH | ALL ROWS PER MATCH emptyMatchHandling?
emptyMatchHandling = SHOW EMPTY MATCHES | OMIT EMPTY MATCHES | WITH UNMATCHED ROWS
skipTo = SKIP TO NEXT ROW | SKIP PAST LAST ROW | SKIP TO FIRST identifier | SKIP TO LAST identifier
  | SKIP TO identifier
subsetDefinition = identifier '=' '(' {identifier} ')'
variableDefinition = identifier AS expression
rowPattern = patternPrimary patternQuantifier? (rowPattern | '|' rowPattern)~
patternPrimary = identifier | '(' ')' | PERMUTE '(' {rowPattern} ')' | '(' rowPattern ')' | '^' | '$'
  | '{-' rowPattern '-}'
patternQuantifier = '*' '?'? | '+' '?'? | '?' '?'? | '{' #integer '}' '?'?
  | '{' #integer? ',' #integer? '}' '?'?

tableFunctionCall = qualifiedName '(' {tableFunctionArgument}? (COPARTITION {copartitionTables})? ')'
tableFunctionArgument = (identifier '=>')? (tableArgument | descriptorArgument | expression)
tableArgument = tableArgumentRelation (PARTITION BY ('(' {expression}? ')' | expression))?
  (PRUNE WHEN EMPTY | KEEP WHEN EMPTY)? (ORDER BY ('(' {sortItem} ')' | sortItem))?
tableArgumentRelation = TABLE '(' qualifiedName ')' (AS? identifier columnAliases?)?
  | TABLE '(' query ')' (AS? identifier columnAliases?)?
descriptorArgument = DESCRIPTOR '(' {descriptorField} ')' | CAST '(' NULL AS DESCRIPTOR ')'
descriptorField = identifier type?
copartitionTables = '(' qualifiedName ',' {qualifiedName} ')'

jsonTableColumn = identifier FOR ORDINALITY
  | identifier type (PATH string)? (jsonValueBehavior ON EMPTY)? (jsonValueBehavior ON ERROR)?
  | identifier type FORMAT jsonRepresentation (PATH string)?
    (jsonQueryWrapperBehavior WRAPPER)? ((KEEP | OMIT) QUOTES (ON SCALAR STRING)?)?
    (jsonQueryBehavior ON EMPTY)? (jsonQueryBehavior ON ERROR)?
  | NESTED PATH? string (AS identifier)? COLUMNS '(' {jsonTableColumn} ')'
jsonTableSpecificPlan = jsonTablePathName | jsonTablePathName (OUTER | INNER) planPrimary
  | planPrimary UNION planPrimary (UNION planPrimary)*
  | planPrimary CROSS planPrimary (CROSS planPrimary)*
jsonTablePathName = identifier
planPrimary = jsonTablePathName | '(' jsonTableSpecificPlan ')'
jsonTableDefaultPlan = (OUTER | INNER) (',' (UNION | CROSS))? | (UNION | CROSS) (',' (OUTER | INNER))?
`;
