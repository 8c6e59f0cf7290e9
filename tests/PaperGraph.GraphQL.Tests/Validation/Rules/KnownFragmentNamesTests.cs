using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesTests() : RuleTests(nameof(KnownFragmentNames))
{
    [Fact]
    public void Inline_fragments_need_no_name() => Expect(
        """
        { node(id: 1) { ...F ... on Paper { id } ... { id } } }
        fragment F on Node { id }
        """);

    [Fact]
    public void A_near_name_is_suggested() => Expect(
        """
        { node(id: 1) { ...Sumary ...Other } }
        fragment Summary on Node { id }
        """,
        "1:20 Unknown fragment \"Sumary\". Did you mean \"Summary\"?",
        "1:30 Unknown fragment \"Other\".");
}
