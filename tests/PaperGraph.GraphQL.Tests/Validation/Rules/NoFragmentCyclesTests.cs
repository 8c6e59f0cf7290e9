using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoFragmentCyclesTests() : RuleTests(nameof(NoFragmentCycles))
{
    [Fact]
    public void A_fragment_may_be_spread_twice_and_before_it_is_defined() => Expect(
        """
        { node(id: 1) { ...A ...B } }
        fragment A on Node { ...B ...B }
        fragment B on Node { id }
        """);

    [Fact]
    public void A_fragment_cannot_spread_itself() => Expect(
        """
        fragment A on Author { papers { authors { ...A } } }
        """,
        "1:43 Cannot spread fragment \"A\" within itself.");

    [Fact]
    public void A_fragment_cannot_spread_itself_through_others() => Expect(
        """
        fragment A on Node { ...B }
        fragment B on Node { id ...C }
        fragment C on Node { ...A ...B }
        """,
        "1:22 2:25 3:22 Cannot spread fragment \"A\" within itself via \"B\", \"C\".",
        "2:25 3:27 Cannot spread fragment \"B\" within itself via \"C\".");

    [Fact]
    public void Of_a_long_cycle_the_way_out_and_the_way_back_are_told()
    {
        var cycle = string.Join(
            "\n", Enumerable.Range(0, 30).Select(number => $"fragment F{number} on Node {{ ...F{(number + 1) % 30} }}"));
        var names = Enumerable.Range(1, 10).Concat(Enumerable.Range(21, 9)).Select(number => $"\"F{number}\"").ToList();
        names.Insert(10, "10 more");
        var places = Enumerable.Range(1, 10).Concat(Enumerable.Range(21, 10)).Select(line => $"{line}:{(line <= 10 ? 23 : 24)}");

        Expect(cycle, $"{string.Join(' ', places)} Cannot spread fragment \"F0\" within itself via {string.Join(", ", names)}.");
    }

    [Fact]
    public void An_unknown_fragment_is_no_cycle() => Expect(
        """
        fragment A on Node { ...Unknown }
        """);
}
