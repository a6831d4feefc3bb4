/**
 * Grammar of statements, in the notation of `reader.ts`. Statements that Athena takes in Hive's
 * grammar stand here as far as its engine's parser reads them before.
 * @module
 */

/** Rules from a whole text down to its query. */
export const STATEMENTS = `
singleStatement = statement #end
statement = query | USE identifier | USE identifier '.' identifier
  | CREATE SCHEMA (IF NOT EXISTS)? qualifiedName (AUTHORIZATION principal)? (WITH properties)?
  | DROP SCHEMA (IF EXISTS)? qualifiedName (CASCADE | RESTRICT)?
  | ALTER SCHEMA qualifiedName RENAME TO identifier
  | ALTER SCHEMA qualifiedName SET AUTHORIZATION principal
  | CREATE TABLE (IF NOT EXISTS)? qualifiedName columnAliases? (COMMENT string)?
    (WITH properties)? AS (query | '(' query ')') (WITH NO? DATA)?
  | CREATE TABLE (IF NOT EXISTS)? qualifiedName '(' {tableElement} ')' (COMMENT string)?
    (WITH properties)?
  | DROP TABLE (IF EXISTS)? qualifiedName
  | INSERT INTO qualifiedName columnAliases? query
  | DELETE FROM qualifiedName (WHERE booleanExpression)?
  | TRUNCATE TABLE qualifiedName
  | COMMENT ON (TABLE | VIEW | COLUMN) qualifiedName IS (string | NULL)
  | ALTER TABLE (IF EXISTS)? qualifiedName RENAME TO qualifiedName
  | ALTER TABLE (IF EXISTS)? qualifiedName ADD COLUMN (IF NOT EXISTS)? columnDefinition
  | ALTER TABLE (IF EXISTS)? qualifiedName RENAME COLUMN (IF EXISTS)? qualifiedName TO identifier
  | ALTER TABLE (IF EXISTS)? qualifiedName DROP COLUMN (IF EXISTS)? qualifiedName
  | ALTER TABLE qualifiedName SET AUTHORIZATION principal
  | ALTER TABLE qualifiedName SET PROPERTIES propertyAssignments
  | ALTER TABLE qualifiedName EXECUTE identifier ('(' {callArgument}? ')')?
    (WHERE booleanExpression)?
  | ANALYZE qualifiedName (WITH properties)?
  | CREATE (OR REPLACE)? MATERIALIZED VIEW (IF NOT EXISTS)? qualifiedName (COMMENT string)?
    (WITH properties)? AS query
  | CREATE (OR REPLACE)? PROTECTED? (MULTI DIALECT)? VIEW qualifiedName (COMMENT string)?
    (SECURITY (DEFINER | INVOKER))? (WITH properties)? AS query
  | REFRESH MATERIALIZED VIEW qualifiedName
  | DROP MATERIALIZED VIEW (IF EXISTS)? qualifiedName
  | DROP VIEW (IF EXISTS)? qualifiedName
  | ALTER VIEW qualifiedName RENAME TO qualifiedName
  | ALTER VIEW qualifiedName SET AUTHORIZATION principal
  | CALL qualifiedName '(' {callArgument}? ')'
  | CREATE ROLE identifier (WITH ADMIN grantor)? (IN identifier)?
  | DROP ROLE identifier (IN identifier)?
  | GRANT {identifier} TO {principal} (WITH ADMIN OPTION)? (GRANTED BY grantor)? (IN identifier)?
  | GRANT ({privilege} | ALL PRIVILEGES) ON (SCHEMA | TABLE)? qualifiedName TO principal
    (WITH GRANT OPTION)?
  | REVOKE (ADMIN OPTION FOR)? {identifier} FROM {principal} (GRANTED BY grantor)? (IN identifier)?
  | REVOKE (GRANT OPTION FOR)? ({privilege} | ALL PRIVILEGES) ON (SCHEMA | TABLE)? qualifiedName
    FROM principal
  | DENY ({privilege} | ALL PRIVILEGES) ON (SCHEMA | TABLE)? qualifiedName TO principal
  | SET ROLE (ALL | NONE | identifier) (IN identifier)?
  | EXPLAIN ('(' {explainOption} ')')? statement
  | EXPLAIN ANALYZE VERBOSE? statement
  | SHOW GRANTS (ON TABLE? qualifiedName)?
  | SHOW CREATE (TABLE | SCHEMA | VIEW | MATERIALIZED VIEW) qualifiedName
  | SHOW TABLES ((FROM | IN) qualifiedName)? (LIKE string (ESCAPE string)?)?
  | SHOW SCHEMAS ((FROM | IN) identifier)? (LIKE string (ESCAPE string)?)?
  | SHOW CATALOGS (LIKE string (ESCAPE string)?)?
  | SHOW COLUMNS (FROM | IN) qualifiedName (LIKE string (ESCAPE string)?)?
  | SHOW STATS FOR qualifiedName
  | SHOW STATS FOR '(' query ')'
  | SHOW CURRENT? ROLES ((FROM | IN) identifier)?
  | SHOW ROLE GRANTS ((FROM | IN) identifier)?
  | DESCRIBE qualifiedName
  | DESC qualifiedName
  | SHOW FUNCTIONS (LIKE string (ESCAPE string)?)?
  | SHOW SESSION (LIKE string (ESCAPE string)?)?
  | SET SESSION qualifiedName '=' expression
  | RESET SESSION qualifiedName
  | START TRANSACTION {transactionMode}?
  | COMMIT WORK?
  | ROLLBACK WORK?
  | PREPARE identifier FROM statement
  | DEALLOCATE PREPARE identifier
  | EXECUTE identifier (USING {expression})?
  | DESCRIBE INPUT identifier
  | DESCRIBE OUTPUT identifier
  | SET PATH pathSpecification
  | SET TIME ZONE (LOCAL | expression)
  | UNLOAD '(' query ')' TO string (WITH properties)?
  | UPDATE qualifiedName SET {updateAssignment} (WHERE booleanExpression)?
  | MERGE INTO qualifiedName (AS? identifier)? USING relation ON expression mergeCase+
explainOption = FORMAT (TEXT | GRAPHVIZ | JSON) | TYPE (LOGICAL | DISTRIBUTED | VALIDATE | IO)
tableElement = columnDefinition | likeClause
likeClause = LIKE qualifiedName ((INCLUDING | EXCLUDING) PROPERTIES)?
columnDefinition = identifier type (NOT NULL)? (COMMENT string)? (WITH properties)?
properties = '(' propertyAssignments ')'
propertyAssignments = {property}
property = identifier '=' propertyValue
propertyValue = DEFAULT | expression
callArgument = expression | identifier '=>' expression
updateAssignment = identifier '=' expression
mergeCase = WHEN MATCHED (AND expression)? THEN UPDATE SET {updateAssignment}
  | WHEN MATCHED (AND expression)? THEN DELETE
  | WHEN NOT MATCHED (AND expression)? THEN INSERT ('(' {identifier} ')')? VALUES '(' {expression} ')'
transactionMode = ISOLATION LEVEL levelOfIsolation | READ (ONLY | WRITE)
levelOfIsolation = READ UNCOMMITTED | READ COMMITTED | REPEATABLE READ | SERIALIZABLE
privilege = CREATE | SELECT | DELETE | INSERT | UPDATE
grantor = principal | CURRENT_USER | CURRENT_ROLE
principal = identifier | USER identifier | ROLE identifier
pathSpecification = {pathElement}
pathElement = identifier '.' identifier | identifier
`;
