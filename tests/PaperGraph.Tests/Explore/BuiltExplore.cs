using PaperGraph.Pages;

namespace PaperGraph.Tests.Explore;

/// <summary>The page that draws the graph, as it is in the program.</summary>
internal static class BuiltExplore
{
    private static readonly bool IsBuiltIn = WebPage.Find(typeof(WebPage).Assembly, "explore") is not null;

    /// <summary>Skips the test that calls it in a program that was built without it.</summary>
    public static void Require() => Skip.IfNot(IsBuiltIn, "needs /explore in the program, which takes npm when it is built");
}
