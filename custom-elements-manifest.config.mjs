/** The public API alone, at the paths of the published package, in a stable order. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
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

export default {
  globs: ['src/elements/*.ts', 'src/controllers/stytch-element.ts', 'src/index.ts'], // the base class for what is inherited,
  litelement: true,
  outdir: '.',
  packagejson: false,
  plugins: [tagOfFile, publicOnly],
};

function published(path) {
  return path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
}

function pascalCase(tag) {
  return tag.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
}
