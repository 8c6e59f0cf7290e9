using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsTests() : RuleTests(nameof(ProvidedRequiredArguments))
{
    [Fact]
    public void Nullable_arguments_and_those_with_defaults_may_be_left_out() => Expect(
        """
        { papers { title authors { id } } }
        """);

    [Fact]
    public void A_required_argument_must_be_given() => Expect(
        """
        { paper { id } search(kinds: []) { __typename } }
        """,
        "1:3 Field \"paper\" argument \"id\" of type \"ID!\" is required, but it was not provided.",
        "1:16 Field \"search\" argument \"text\" of type \"String!\" is required, but it was not provided.");

    [Fact]
    public void Null_is_given_whether_it_may_be_is_another_rule() => Expect(
        """
        { paper(id: null) { id } }
        """);
}
