using PaperGraph.Terminals;

namespace PaperGraph.Tests.Terminals;

public sealed class TextTableTests
{
    [Fact]
    public void Off_a_terminal_a_table_is_aligned_lines_with_numbers_to_the_right()
    {
        var terminal = new TestTerminal();

        new TextTable("In the database", "kind", "how many").Add("papers", "1,234").Add("organizations", "56").WriteTo(terminal.Terminal);

        terminal.Out.ShouldBe("""
            In the database
              kind           how many
              papers            1,234
              organizations        56

            """);
    }

    [Fact]
    public void Columns_without_names_have_no_heading()
    {
        var terminal = new TestTerminal();

        new TextTable("Dates", "", "").Add("first", "2025-06-01").Add("last", "").WriteTo(terminal.Terminal);

        terminal.Out.ShouldBe("""
            Dates
              first  2025-06-01
              last

            """);
    }

    [Fact]
    public void A_row_with_too_few_cells_is_refused() =>
        Should.Throw<ArgumentException>(() => new TextTable("Papers", "kind", "how many").Add("papers"))
            .Message.ShouldStartWith("1 cells for the 2 columns of \"Papers\".");
}
