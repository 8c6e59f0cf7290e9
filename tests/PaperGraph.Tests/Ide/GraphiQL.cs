using PaperGraph.Ide;

namespace PaperGraph.Tests.Ide;

/// <summary>GraphiQL as it is in the program.</summary>
internal static class GraphiQL
{
    private static readonly bool IsBuiltIn = IdePage.GraphiQL(typeof(IdePage).Assembly) is not null;

    /// <summary>Skips the test that calls it in a program that was built without it.</summary>
    public static void Require() => Skip.IfNot(IsBuiltIn, "needs GraphiQL in the program, which takes npm when it is built");
}
