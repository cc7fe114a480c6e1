// model <- text, ooxml <- each stage <- review.ts / index.ts <- cli. A stage never imports another stage.
const stages = ["read", "segment", "library", "match", "assess", "draft", "report", "redline"];

module.exports = {
  forbidden: [
    {
      name: "model-imports-zod-only",
      comment: "The model is the words of the project: move what needs more into a stage.",
      severity: "error",
      from: { path: "^src/model/" },
      to: { pathNot: "^src/model/|node_modules/zod" },
    },
    {
      name: "text-imports-model-only",
      comment: "src/text knows language, not contracts' files or law: pass what it needs as arguments.",
      severity: "error",
      from: { path: "^src/text/" },
      to: { path: "^src/", pathNot: "^src/(model|text)/" },
    },
    {
      name: "ooxml-imports-model-only",
      comment: "src/ooxml opens packages and knows no contracts: pass what it needs as arguments.",
      severity: "error",
      from: { path: "^src/ooxml/" },
      to: { path: "^src/", pathNot: "^src/(model|ooxml)/" },
    },
    {
      name: "ooxml-for-those-that-open-packages",
      comment: "Only src/read and src/redline open Office packages.",
      severity: "error",
      from: { path: "^src/(model|text|segment|library|match|assess|draft|report|cli)/" },
      to: { path: "^src/ooxml/" },
    },
    ...stages.map((stage) => ({
      name: `${stage}-stands-alone`,
      comment: "A stage never imports another stage: join them in src/review.ts.",
      severity: "error",
      from: { path: `^src/${stage}/` },
      to: { path: "^src/", pathNot: `^src/(model|text|ooxml|${stage})/` },
    })),
    {
      name: "pure-stages-import-no-node-module",
      comment:
        "text, segment, match, assess, compare and draft are pure: read bytes in src/read or src/library, write in src/cli.",
      severity: "error",
      from: { path: "^src/(model|text|ooxml|segment|match|assess|draft|redline)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "one-door-a-package",
      comment: "Each package has one door, so that it can be replaced in one place.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(read|library|text|ooxml|redline|draft|report|cli|model)/" },
      to: { path: "node_modules/", pathNot: "node_modules/zod" },
    },
    {
      name: "no-circular",
      comment: "Break the circle: move the shared part down.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "not-to-dev-dependency",
      comment: "src runs where development packages are not installed.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "not-to-unresolvable",
      comment: "An import that resolves to nothing.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types"] },
  },
};
