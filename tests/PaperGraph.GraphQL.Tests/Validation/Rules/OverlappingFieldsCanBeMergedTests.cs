using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Validation;
using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedTests() : RuleTests(nameof(OverlappingFieldsCanBeMerged))
{
    private const string Advice = "Use different aliases on the fields to fetch both if this was intentional.";

    [Fact]
    public void The_same_field_may_be_asked_for_twice() => Expect("""
        {
          papers(first: 1, filter: { text: "a", open: true }) { title }
          papers(filter: { open: true, text: "a" }, first: 1) { title year ...F }
          ...G
        }
        fragment F on Paper { title year }
        fragment G on Query { papers(first: 1, filter: { text: "a", open: true }) { ...F } }
        """);

    [Fact]
    public void Different_fields_cannot_have_one_name() => Expect(
        "{ paper(id: 1) { name: title name: year } }",
        $"1:18 1:30 Fields \"name\" conflict because \"title\" and \"year\" are different fields. {Advice}");

    [Fact]
    public void Arguments_are_the_same_or_the_fields_are_not() => Expect(
        """
        {
          papers(first: 1) { id }
          papers(first: 2) { id }
          node(id: 1) { id }
          ...F
        }
        fragment F on Query { node(id: "1") { id } }
        """,
        $"2:3 3:3 Fields \"papers\" conflict because they have differing arguments. {Advice}",
        $"4:3 7:23 Fields \"node\" conflict because they have differing arguments. {Advice}");

    [Fact]
    public void A_conflict_below_names_the_fields_above() => Expect(
        """
        {
          a: papers { by: authors { x: id } }
          a: papers { by: authors { x: name } }
        }
        """,
        "2:3 2:15 2:29 3:3 3:15 3:29 Fields \"a\" conflict because subfields \"by\" conflict because subfields \"x\" conflict because "
            + $"\"id\" and \"name\" are different fields. {Advice}");

    [Fact]
    public void A_conflict_within_one_field_names_that_alone() => Expect(
        "{ papers { ...F authors { x: id } } }\nfragment F on Paper { authors { x: name } }",
        "2:23 2:33 1:17 1:27 Fields \"authors\" conflict because subfields \"x\" conflict because \"name\" and \"id\" are different "
            + $"fields. {Advice}");

    [Fact]
    public void Fields_that_no_object_has_both_of_may_differ() => Expect("""
        {
          search(text: "a") {
            ... on Paper { label: title at: authors(first: 1) { x: id } }
            ... on Author { label: name at: papers { x: id } }
          }
        }
        """);

    [Fact]
    public void Their_shape_may_not_differ() => Expect(
        """
        {
          node(id: 1) {
            ... on Paper { x: year y: title authors { id } }
            ... on Organization { x: year y: year authors: title }
          }
        }
        """,
        $"3:20 4:27 Fields \"x\" conflict because they return conflicting types \"Int\" and \"String\". {Advice}",
        $"3:28 4:35 Fields \"y\" conflict because they return conflicting types \"String!\" and \"String\". {Advice}",
        $"3:37 4:43 Fields \"authors\" conflict because they return conflicting types \"[Author!]!\" and \"String!\". {Advice}");

    [Fact]
    public void Nor_may_the_shape_of_what_is_below_them() => Expect(
        """
        {
          node(id: 1) {
            ... on Paper { by: authors { x: id } }
            ... on Organization { by: authors { x: home { id } } }
          }
        }
        """,
        "3:20 3:34 4:27 4:41 Fields \"by\" conflict because subfields \"x\" conflict because they return conflicting types \"ID!\" and "
            + $"\"Organization\". {Advice}");

    [Fact]
    public void What_is_asked_of_an_interface_meets_what_is_asked_of_its_objects() => Expect(
        """
        {
          node(id: 1) {
            x: id
            ... on Author { x: name }
            ... on Paper { y: id }
            ... on Titled { y: title }
          }
        }
        """,
        $"3:5 4:21 Fields \"x\" conflict because \"id\" and \"name\" are different fields. {Advice}",
        $"5:20 6:21 Fields \"y\" conflict because \"id\" and \"title\" are different fields. {Advice}");

    [Fact]
    public void Objects_that_differ_above_differ_below() => Expect("""
        {
          node(id: 1) {
            ... on Paper { by: authors { papers { x: title(short: true) } } }
            ... on Organization { by: authors { papers { x: title } } }
          }
        }
        """);

    [Fact]
    public void Streams_are_the_same_or_the_fields_are_not() => Expect(
        "{ papers @stream(initialCount: 1) { id } papers @stream(initialCount: 2) { id } }",
        $"1:3 1:42 Fields \"papers\" conflict because they have differing stream directives. {Advice}");

    [Fact]
    public void Fragments_that_no_operation_spreads_are_judged_too() => Expect(
        "fragment A on Paper { x: id x: title ...A }",
        $"1:23 1:29 Fields \"x\" conflict because \"id\" and \"title\" are different fields. {Advice}");

    [Fact]
    public void Unknown_fields_and_fragments_are_left_alone() =>
        Expect("{ papers { x: unknown x: unknown { y } ...Nowhere ... on Elsewhere { x: unknown { y } } } }");

    [Theory]
    [InlineData("{ FIELDS }", "papers { id }")]
    [InlineData("{ FIELDS }", "a: papers(first: 1, filter: { text: \"t\" }) { authors { id } }")]
    [InlineData("{ node(id: 1) { FIELDS } }", "... on Paper { id title } ... on Author { id name }")]
    public void Ten_thousand_overlapping_fields_cost_a_few_steps_each(string document, string field) =>
        Steps(document.Replace("FIELDS", string.Join('\n', Enumerable.Repeat(field, 10_000)), StringComparison.Ordinal))
            .ShouldBeLessThan(10_000 * 15);

    [Fact]
    public void Ten_thousand_fields_that_differ_below_different_objects_cost_a_few_steps_each()
    {
        var kinds = string.Join('\n', Enumerable.Range(0, 5_000).Select(_ =>
            "... on Paper { x: title } ... on Author { x: name }"));
        Steps($"{{ node(id: 1) {{ {kinds} }} }}").ShouldBeLessThan(10_000 * 8);
    }

    [Fact]
    public void Fragments_that_spread_the_next_one_twice_are_looked_at_once()
    {
        var fragments = string.Join('\n', Enumerable.Range(0, 1_000).Select(i =>
            $"fragment F{i} on Author {{ a: papers {{ by: authors {{ ...F{i + 1} }} }} b: papers {{ by: authors {{ ...F{i + 1} }} }} }}"));
        Steps($"{{ paper(id: 1) {{ authors {{ ...F0 }} }} }}\n{fragments}\nfragment F1000 on Author {{ id }}").ShouldBeLessThan(1_000 * 40);
    }

    [Fact]
    public void A_document_whose_fields_meet_in_endless_combinations_is_refused()
    {
        // Below a path of "a" and "b", fragment i is spread if the step i levels above was an "a": any subset of them is, somewhere.
        const int Fragments = 24;
        var fragments = string.Join('\n', Enumerable.Range(1, Fragments - 1).Select(i =>
            $"fragment F{i} on Author {{ a: papers {{ authors {{ ...F{i + 1} }} }} b: papers {{ authors {{ ...F{i + 1} }} }} }}"));
        Expect(
            $$"""
            { paper(id: 1) { authors { ...F0 } } }
            fragment F0 on Author { a: papers { authors { ...F0 ...F1 } } b: papers { authors { ...F0 } } }
            {{fragments}}
            fragment F{{Fragments}} on Author { id }
            """,
            "1:1 Fields overlap in too many ways to compare them all. Use fewer fragments within fragments.");
    }

    private static int Steps(string document)
    {
        OverlappingFieldsCanBeMerged? rule = null;
        var schema = SchemaBuilder.BuildTypes(Parser.Parse("""
            type Query { papers(first: Int, filter: Filter): [Paper] node(id: ID): Node paper(id: ID): Paper }
            input Filter { text: String }
            interface Node { id: ID }
            type Paper implements Node { id: ID title: String authors: [Author] }
            type Author implements Node { id: ID name: String papers: [Paper] }
            """));
        var rules = new RuleSet<DocumentContext>(
            RuleSet<DocumentContext>.Rule(context => rule = new OverlappingFieldsCanBeMerged(context)));
        Validator.Violations(new DocumentContext(schema, Parser.Parse(document)), rules);
        return rule.ShouldNotBeNull().Steps;
    }
}
