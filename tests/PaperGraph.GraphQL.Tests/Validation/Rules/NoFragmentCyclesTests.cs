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
    public void Nor_through_others() => Expect(
        """
        fragment A on Node { ...B }
        fragment B on Node { id ...C }
        fragment C on Node { ...A ...B }
        """,
        "1:22 2:25 3:22 Cannot spread fragment \"A\" within itself via \"B\", \"C\".",
        "2:25 3:27 Cannot spread fragment \"B\" within itself via \"C\".");

    [Fact]
    public void An_unknown_fragment_is_no_cycle() => Expect(
        """
        fragment A on Node { ...Unknown }
        """);
}
