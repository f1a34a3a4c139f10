import ts from "typescript";

/** @typedef {{ file: string, source: ts.SourceFile, faults: string[] }} Page */

/**
 * Finds exports of one file whose docstring is absent or incomplete.
 *
 * @param {string} file - path, for messages
 * @param {string} text - TypeScript source
 * @returns {string[]} one line per fault: place, name, what is missing
 */
export function docstringFaults(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {Page} */
  const page = { file, source, faults: [] };
  for (const statement of source.statements) {
    if (isExported(statement)) checkStatement(page, statement);
  }
  return page.faults;
}

/** @type {(node: ts.Node) => boolean} */
function isExported(node) {
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** @type {(page: Page, node: ts.Node, what: string) => void} */
function report(page, node, what) {
  const { line } = page.source.getLineAndCharacterOfPosition(node.getStart());
  page.faults.push(`${page.file}:${line + 1} ${what}`);
}

/** @type {(page: Page, statement: ts.Statement) => void} */
function checkStatement(page, statement) {
  if (ts.isFunctionDeclaration(statement)) {
    checkFunction(page, statement, statement);
  } else if (ts.isVariableStatement(statement)) {
    checkVariables(page, statement);
  } else if (ts.isClassDeclaration(statement)) {
    checkSentence(page, statement, nameOf(statement));
    for (const member of statement.members) checkMember(page, member);
  } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    checkSentence(page, statement, nameOf(statement));
  }
}

/** @type {(page: Page, statement: ts.VariableStatement) => void} */
function checkVariables(page, statement) {
  for (const { name, initializer } of statement.declarationList.declarations) {
    const isFunction =
      initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
    if (isFunction) checkFunction(page, initializer, statement);
    else checkSentence(page, statement, name.getText(page.source));
  }
}

/** @type {(page: Page, member: ts.ClassElement) => void} */
function checkMember(page, member) {
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  const hidden = modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
  if (hidden || !ts.isMethodDeclaration(member) || ts.isPrivateIdentifier(member.name)) return;
  checkFunction(page, member, member);
}

/** @type {(node: ts.NamedDeclaration) => string} */
function nameOf(node) {
  return node.name === undefined ? "(unnamed)" : node.name.getText();
}

/** @type {(page: Page, holder: ts.Node, name: string) => boolean} */
function checkSentence(page, holder, name) {
  const docs = ts.getJSDocCommentsAndTags(holder).filter(ts.isJSDoc);
  const sentence = docs.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "").join("");
  if (sentence.trim() !== "") return true;
  report(page, holder, `${name}: no docstring`);
  return false;
}

/** @type {(page: Page, code: ts.FunctionLikeDeclaration, holder: ts.Node) => void} */
function checkFunction(page, code, holder) {
  const name = ts.isVariableStatement(holder)
    ? holder.declarationList.declarations.map(nameOf).join(", ")
    : nameOf(code);
  if (!checkSentence(page, holder, name)) return;
  const tags = ts
    .getJSDocCommentsAndTags(holder)
    .flatMap((doc) => (ts.isJSDoc(doc) ? [...(doc.tags ?? [])] : []));
  checkParameters(page, code, { name, tags });
  const has = (/** @type {string} */ tag) => tags.some(({ tagName }) => tagName.text === tag);
  if (returnsSomething(code) && !has("returns")) report(page, holder, `${name}: no @returns`);
  if (throwsItself(code) && !has("throws")) report(page, holder, `${name}: throws but no @throws`);
}

/** @type {(page: Page, code: ts.FunctionLikeDeclaration, docs: { name: string, tags: ts.JSDocTag[] }) => void} */
function checkParameters(page, code, { name, tags }) {
  const described = tags.filter(ts.isJSDocParameterTag);
  code.parameters.forEach((parameter, index) => {
    const given = ts.isIdentifier(parameter.name) ? parameter.name.text : null;
    const found =
      given === null
        ? described[index] !== undefined
        : described.some((tag) => tag.name.getText(page.source) === given);
    if (!found)
      report(page, parameter, `${name}: no @param ${given ?? `for argument ${index + 1}`}`);
  });
}

/** @type {(code: ts.FunctionLikeDeclaration) => boolean} */
function returnsSomething(code) {
  const type = code.type?.getText() ?? "void";
  return !["void", "Promise<void>", "never", "Promise<never>"].includes(type);
}

/** @type {(code: ts.FunctionLikeDeclaration) => boolean} */
function throwsItself(code) {
  let found = false;
  /** @type {(node: ts.Node) => void} */
  const walk = (node) => {
    if (ts.isThrowStatement(node)) found = true;
    else if (node === code || !ts.isFunctionLike(node)) ts.forEachChild(node, walk);
  };
  walk(code);
  return found;
}
