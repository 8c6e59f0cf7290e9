using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;
using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation;

public sealed class ValidatorTests
{
    private static readonly Schema Schema = SchemaBuilder.BuildTypes(Parser.Parse("type Query { title: String self: Query }"));

    [Fact]
    public void A_valid_document_has_no_errors() => Validator.Validate(Schema, Parser.Parse("{ title self { title } }")).ShouldBeEmpty();

    [Fact]
    public void Errors_come_in_the_order_of_the_walk_with_their_code()
    {
        var errors = Validator.Validate(Schema, Parser.Parse("query ($a: Nope) { self tile }"));
        errors.Select(error => error.Message).ShouldBe(
        [
            "Unknown type \"Nope\".",
            "Field \"self\" of type \"Query\" must have a selection of subfields. Did you mean \"self { ... }\"?",
            "Cannot query field \"tile\" on type \"Query\". Did you mean \"title\"?",
            "Variable \"$a\" is never used.",
        ]);
        errors.ShouldAllBe(error => error.Code == "GRAPHQL_VALIDATION_FAILED");
    }

    [Fact]
    public void Validation_ends_after_as_many_errors_as_are_wanted()
    {
        var errors = Validator.Validate(Schema, Parser.Parse("{ a b c d e }"), maxErrors: 3);
        errors.Count.ShouldBe(4);
        errors[^1].Message.ShouldBe("There are more than 3 errors, which is the limit MaxErrors; validation ended there.");
        Validator.Validate(Schema, Parser.Parse("{ a b c }"), maxErrors: 3).Count.ShouldBe(3);
    }

    [Fact]
    public void The_same_document_has_the_same_errors_every_time()
    {
        var document = Parser.Parse(
            "query A($x: Int) { ...F ...G self { b: title b: self } } fragment F on Query { nope } fragment H on Nope { a }");
        var errors = Validator.Validate(Schema, document);
        Validator.Validate(Schema, document).Select(RuleTests.Describe).ShouldBe(errors.Select(RuleTests.Describe));
    }

    [Fact]
    public void A_chain_of_fragments_as_long_as_a_document_can_hold_does_no_harm()
    {
        const int Fragments = 20_000;
        var chain = string.Join('\n', Enumerable.Range(0, Fragments).Select(i =>
            $"fragment F{i} on Query {{ self {{ ...F{i + 1} }} }}"));
        Validator.Validate(Schema, Parser.Parse($"{{ ...F0 }}\n{chain}\nfragment F{Fragments} on Query {{ title }}")).ShouldBeEmpty();
        Validator.Validate(Schema, Parser.Parse($"{{ ...F0 }}\n{chain}\nfragment F{Fragments} on Query {{ ...F0 }}"))
            .ShouldHaveSingleItem().Message.ShouldStartWith("Cannot spread fragment \"F0\" within itself via \"F1\"");
    }

    [Fact]
    public void Each_rule_of_the_folder_is_checked()
    {
        var rules = typeof(ValidationRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ValidationRule)) && type.Namespace == typeof(ScalarLeafs).Namespace);
        SpecifiedRules.All.Types.ShouldBe(rules, ignoreOrder: true);
    }

    [Fact]
    public void A_rule_is_called_for_the_nodes_that_it_looks_at()
    {
        var seen = new List<string>();
        var rules = new RuleSet<DocumentContext>(RuleSet<DocumentContext>.Rule(_ => new Fields(seen)));
        Validator.Violations(new DocumentContext(Schema, Parser.Parse("{ a { b } c }")), rules).ShouldBeEmpty();
        seen.ShouldBe(["+a", "+b", "-b", "-a", "+c", "-c"]);
    }

    private sealed class Fields(List<string> seen) : ValidationRule
    {
        public override void Enter(FieldNode node) => seen.Add($"+{node.Name}");

        public override void Leave(FieldNode node) => seen.Add($"-{node.Name}");
    }
}
