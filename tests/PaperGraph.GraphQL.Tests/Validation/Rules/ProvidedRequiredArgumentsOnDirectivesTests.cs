using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsOnDirectivesTests() : RuleTests(nameof(ProvidedRequiredArgumentsOnDirectives))
{
    [Fact]
    public void Arguments_with_defaults_may_be_left_out() => Expect(
        """
        { papers @stream { id @tag ... @defer { title } } }
        """);

    [Fact]
    public void A_required_argument_must_be_given() => Expect(
        """
        { node(id: 1) @include { id @note } }
        """,
        "1:15 Directive \"@include\" argument \"if\" of type \"Boolean!\" is required, but it was not provided.",
        "1:29 Directive \"@note\" argument \"text\" of type \"String!\" is required, but it was not provided.");
}
