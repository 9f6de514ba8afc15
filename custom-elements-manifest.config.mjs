/** Files that are read for what others say of theirs, and are not public themselves. */
const READ_ONLY = ['src/controllers/scope.ts', 'src/elements/devtools/place.ts', 'src/styles/tokens.ts'];

/** The public API alone, at the paths of the published package, in a stable order. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    manifest.modules = manifest.modules.filter(({ path }) => !READ_ONLY.includes(path));
    for (const module of manifest.modules) {
      module.path = published(module.path);
      for (const { declaration } of module.exports ?? []) {
        if (declaration?.module) declaration.module = published(declaration.module);
      }
      const exported = new Set(module.exports?.map(({ declaration }) => declaration?.name));
      module.declarations = module.declarations?.filter(({ name }) => exported.has(name));
      for (const declaration of module.declarations ?? []) {
        declaration.members &&= declaration.members.filter(({ privacy }) => !privacy || privacy === 'public');
        declaration.events &&= declaration.events.filter(({ name }) => name); // `dispatchEvent(new X())` adds a nameless twin
        for (const { inheritedFrom } of [...(declaration.members ?? []), ...(declaration.attributes ?? [])])
          if (inheritedFrom?.module) inheritedFrom.module = published(inheritedFrom.module);
      }
    }
    manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

/** An element is registered far from its class: its tag is the name of its file. */
const tagOfFile = {
  name: 'tag-of-file',
  moduleLinkPhase({ moduleDoc }) {
    const tag = /src\/elements\/(stytch-[\w-]+)\.ts$/.exec(moduleDoc.path)?.[1];
    const element = moduleDoc.declarations?.find(
      ({ kind, name }) => kind === 'class' && tag && name === pascalCase(tag),
    );
    if (!element) return;
    element.customElement = true;
    element.tagName = tag;
    const declaration = { name: element.name, module: moduleDoc.path };
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []).filter(({ kind }) => kind !== 'custom-element-definition'),
      { kind: 'custom-element-definition', name: tag, declaration },
    ];
  },
};

/** The custom properties are those of `tokens`; they are set on the provider, or further out, and inherited from there. */
function tokensOfProvider() {
  const cssProperties = [];
  return {
    name: 'tokens-of-provider',
    analyzePhase({ ts, node }) {
      if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'tokens') return;
      for (const { name, initializer, jsDoc } of node.initializer.expression.properties) {
        const [, syntax, description] = /^`(<[\w-]+>)` (.+)$/.exec(jsDoc[0].comment);
        const usual = initializer.text.replaceAll('--_', '--stytch-'); // styles have names of their own for them
        cssProperties.push({ name: `--stytch-${name.text}`, syntax, description, default: usual });
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const provider = modules
        .flatMap(({ declarations }) => declarations)
        .find(({ name }) => name === 'StytchProvider');
      provider.cssProperties = cssProperties;
    },
  };
}

/** Types as an author needs them: the words of an alias, no word twice; an attribute is never a list. */
function plainTypes() {
  const aliases = new Map();
  return {
    name: 'plain-types',
    analyzePhase({ ts, node }) {
      if (!ts.isTypeAliasDeclaration(node) || !ts.isUnionTypeNode(node.type)) return;
      if (node.type.types.every((type) => ts.isLiteralTypeNode(type)))
        aliases.set(node.name.text, node.type.types.map((type) => type.getText()).join(' | '));
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const types = modules.flatMap(({ declarations }) => declarations ?? []);
      for (const { attributes = [], members = [] } of types) {
        for (const each of members) if (each.default === 'Infinity') each.type ??= { text: 'number' };
        for (const each of [...attributes, ...members]) if (each.type) each.type = { text: plain(each.type.text) };
        for (const each of attributes) {
          const field = members.find(({ name }) => name === each.fieldName);
          each.type ??= field?.type; // it has none where the default is a constant
          if (each.type?.text === 'string[]') each.type = { text: 'string' };
        }
      }
    },
  };

  function plain(text) {
    const parts = text.split(' | ').map((part) => aliases.get(part) ?? part);
    return [...new Set(parts)].join(' | ');
  }
}

export default {
  globs: [
    'src/elements/*.ts',
    'src/elements/prompt/element.ts', // the base classes, for what is inherited
    'src/controllers/stytch-element.ts',
    'src/index.ts',
    ...READ_ONLY,
  ],
  litelement: true,
  outdir: '.',
  packagejson: false,
  plugins: [tagOfFile, tokensOfProvider(), plainTypes(), publicOnly],
};

function published(path) {
  return path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
}

function pascalCase(tag) {
  return tag.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
}
