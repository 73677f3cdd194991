// The least that builds the same pages: title, navigation, content; no template language inside Markdown.
export default function (eleventy) {
  eleventy.setUseGitIgnore(false); // the pages lie below a folder that git ignores
  eleventy.setQuietMode(true);
  eleventy.addGlobalData("layout", "page.liquid");
  return {
    markdownTemplateEngine: false,
    dir: { input: "content", output: "site", layouts: "../layouts", includes: "../layouts" },
  };
}
