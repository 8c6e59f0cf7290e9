using PaperGraph.Terminals;

namespace PaperGraph.Serving;

/// <summary>The few lines that tell a person where everything is.</summary>
internal static class Welcome
{
    public static void Write(Terminal terminal, string address, string where) => terminal.Out.WriteLine($"""

        PaperGraph serves {address}/graphql
          data      {where}
          try       open that address in a browser, or in another terminal
                    papergraph import daily-papers.txt
                    papergraph status
          end       Ctrl+C

        """);
}
