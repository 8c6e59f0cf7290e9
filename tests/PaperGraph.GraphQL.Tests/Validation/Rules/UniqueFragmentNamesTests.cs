using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesTests() : RuleTests(nameof(UniqueFragmentNames))
{
    [Fact]
    public void Fragments_with_names_of_their_own() => Expect(
        """
        fragment A on Node { id }
        fragment B on Node { id }
        """);

    [Fact]
    public void A_name_is_taken_by_the_first_fragment() => Expect(
        """
        fragment A on Node { id }
        fragment A on Paper { id }
        """,
        "1:10 2:10 There can be only one fragment named \"A\".");
}
