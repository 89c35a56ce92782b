package dev.cupel.slim.analysis.language.node;

import java.util.regex.Pattern;

/// Packages that make, check or test a program. Many list them under `dependencies`; only a text that asks for one keeps it.
final class Tools {
    private static final Pattern NAMES = Pattern.compile("typescript|eslint.*|@eslint/.*|@typescript-eslint/.*|prettier.*|jest.*|@jest/.*|mocha|chai|nyc|c8|karma.*"
            + "|@types/.*|nodemon|husky|lint-staged|webpack.*|rollup.*|@rollup/.*|vite|vitest|parcel.*|gulp.*|grunt.*|node-gyp|node-addon-api|nan"
            + "|prebuild.*|@babel/(?:cli|core|preset-.*|plugin-.*)|babel-loader|cypress|playwright.*|@playwright/.*|supertest|sinon|npm-run-all"
            + "|rimraf-cli|concurrently|standard|tslint|cmake-js");
    private static final Pattern PLUGIN = Pattern.compile("@[^/]+/.+|[^/]*-[^/]*");

    private Tools() {}

    static boolean isTool(String packageName) {
        return NAMES.matcher(packageName).matches();
    }

    /// Whether a literal looks enough like a package's name to be taken for one: single words are too common.
    static boolean isPlugin(String literal) {
        return PLUGIN.matcher(literal).matches() && !isTool(NodeModules.packageName(literal));
    }
}
