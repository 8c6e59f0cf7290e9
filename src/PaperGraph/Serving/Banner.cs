using PaperGraph.Terminals;

namespace PaperGraph.Serving;

/// <summary>The few lines that tell a person where everything is.</summary>
internal static class Banner
{
    public static void Write(Terminal terminal, string address, string where) => terminal.Out.WriteLine($"""

        PaperGraph serves {address}/graphql
          walk      {address}/explore
          look      {address}/dashboard
          data      {where}
          try       open these addresses in a browser, or in another terminal
                    {Program} import daily-papers.txt
                    {Program} status
          end       Ctrl+C

        """);

    /// <summary>
    /// What to type: the program's name, but in a checkout, where it is on nobody's path, the command that builds and runs it.
    /// </summary>
    private static string Program =>
        File.Exists(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "PaperGraph.csproj"))
            ? "dotnet run --project src/PaperGraph --"
            : "papergraph";
}
