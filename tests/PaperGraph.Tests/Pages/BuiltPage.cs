using PaperGraph.Pages;

namespace PaperGraph.Tests.Pages;

/// <summary>A page that npm bundles, as it is in the program.</summary>
internal static class BuiltPage
{
    /// <summary>Skips the test that calls it in a program that was built without the page.</summary>
    public static void Require(string name) => Skip.If(
        WebPage.Find(typeof(WebPage).Assembly, name) is null, $"needs /{name} in the program, which takes npm when it is built");
}
