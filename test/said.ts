import { resolve } from 'node:path';
import ts from 'typescript';

const folder = resolve('src/messages');

/** The words of English that the sources take from their group, as `group.key`: by name, taken apart, or by a value. */
export function saidWords(): Set<string> {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: object };
  const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, '.');
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const said = new Set<string>();
  const either: [group: string, other: string][] = [];
  const visit = (node: ts.Node): void => {
    for (const symbol of taken(node, checker)) for (const word of wordsOf(symbol)) said.add(word);
    if (ts.isConditionalExpression(node)) {
      const [group, other] = [node.whenTrue, node.whenFalse].map((each) => groupOf(each, checker));
      if (group && other) either.push([group, other], [other, group]); // the compiler keeps only one of two types that fit
    }
    node.forEachChild(visit);
  };
  for (const file of program.getSourceFiles())
    if (/\/src\/(?!messages\/)/.test(file.fileName) && !file.isDeclarationFile) visit(file);
  for (const [group, other] of either)
    for (const word of said) if (word.startsWith(`${group}.`)) said.add(word.replace(group, other));
  return said;
}

/** The properties that a piece of code reads. */
function taken(node: ts.Node, checker: ts.TypeChecker): readonly ts.Symbol[] {
  if (ts.isPropertyAccessExpression(node)) return [checker.getSymbolAtLocation(node.name)].filter((each) => !!each);
  if (ts.isElementAccessExpression(node))
    return ofType(
      checker.getTypeAtLocation(node.expression),
      checker.getTypeAtLocation(node.argumentExpression),
      checker,
    );
  if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return [];
  const name = node.propertyName ?? node.name;
  const from = checker.getTypeAtLocation(node.parent);
  const property = ts.isIdentifier(name) ? checker.getPropertyOfType(from, name.text) : undefined;
  return property ? [property] : [];
}

/** Properties whose name is a value: each that it can be. */
function ofType(object: ts.Type, key: ts.Type, checker: ts.TypeChecker): ts.Symbol[] {
  const objects = object.isUnion() ? object.types : [object];
  const keys = key.isUnion() ? key.types : [key];
  const names = keys.flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
  return objects.flatMap((each) => checker.getPropertiesOfType(each)).filter(({ name }) => names.includes(name));
}

/** Where English says the property, if it is a word; of several groups, if it can be of several. */
function wordsOf({ declarations = [] }: ts.Symbol): string[] {
  return declarations.flatMap((declaration) => {
    const group = declaration.parent.parent;
    if (!declaration.getSourceFile().fileName.startsWith(`${folder}/en`)) return [];
    if (!ts.isPropertyAssignment(declaration) || !ts.isPropertyAssignment(group)) return [];
    return [`${nameOf(group)}.${nameOf(declaration)}`];
  });
}

/** The group of words that an expression is, if it is one. */
function groupOf(node: ts.Expression, checker: ts.TypeChecker): string | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const file = checker.getSymbolAtLocation(node.name)?.declarations?.[0]?.getSourceFile().fileName;
  return file?.startsWith(`${folder}/en`) ? node.name.text : undefined;
}

function nameOf({ name }: ts.PropertyAssignment): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}
