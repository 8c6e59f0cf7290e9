using PaperGraph.Pages;

namespace PaperGraph.Tests.Dashboard;

/// <summary>The dashboard as it is in the program.</summary>
internal static class BuiltDashboard
{
    private static readonly bool IsBuiltIn = WebPage.Find(typeof(WebPage).Assembly, "dashboard") is not null;

    /// <summary>Skips the test that calls it in a program that was built without it.</summary>
    public static void Require() => Skip.IfNot(IsBuiltIn, "needs the dashboard in the program, which takes npm when it is built");
}
