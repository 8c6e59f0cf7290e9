using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void An_operation_has_its_parts_in_order()
    {
        var operation = Parser.Parse("""
            "What the start page shows"
            query Start("How many" $first: Int! = 10 @hint(text: "n"), $tags: [String!]) @live {
              newest: papers(first: $first, tags: $tags) @include(if: true) { title }
              ...Rest
              ... on Query @skip(if: false) { version }
              ... { version }
            }
            """).Operations.ShouldHaveSingleItem();

        operation.Description!.Value.ShouldBe("What the start page shows");
        operation.Operation.ShouldBe(OperationType.Query);
        operation.Name.ShouldNotBeNull().Value.ShouldBe("Start");
        operation.Directives.ShouldHaveSingleItem().Name.Value.ShouldBe("live");

        var first = operation.Variables[0];
        (first.Description!.Value, first.Variable.Name.Value, first.Type.ToString(), first.DefaultValue!.ToString())
            .ShouldBe(("How many", "first", "Int!", "10"));
        first.Directives.ShouldHaveSingleItem().ToString().ShouldBe("@hint(text: \"n\")");
        operation.Variables[1].Type.ToString().ShouldBe("[String!]");

        var field = operation.SelectionSet.Selections[0].ShouldBeOfType<FieldNode>();
        (field.ResponseName, field.Name.Value, field.Arguments.Length).ShouldBe(("newest", "papers", 2));
        operation.SelectionSet.Selections[1].ShouldBeOfType<FragmentSpreadNode>().Name.Value.ShouldBe("Rest");
        operation.SelectionSet.Selections[2].ShouldBeOfType<InlineFragmentNode>().TypeCondition!.Name.Value.ShouldBe("Query");
        operation.SelectionSet.Selections[3].ShouldBeOfType<InlineFragmentNode>().TypeCondition.ShouldBeNull();
    }

    [Fact]
    public void Keywords_are_names_everywhere_but_where_they_mean_something()
    {
        var document = Parser.Parse("""
            query query($type: input) { fragment: mutation(null: true, on: extend) { on } ...schema }
            fragment schema on interface { true false null }
            """);
        document.Operations.Single().Name!.Value.Value.ShouldBe("query");
        document.Fragments.Single().SelectionSet.Selections.Length.ShouldBe(3);
    }

    [Fact]
    public void Every_kind_of_value_is_told_apart()
    {
        var value = (ObjectValueNode)Parser.ParseValue(""""
            { int: 1, float: 1.0, text: "t", block: """b""", yes: true, nothing: null, order: NEWEST, list: [], of: {}, var: $v }
            """");
        string.Join(' ', value.Fields.Select(field => field.Value.Kind)).ShouldBe(
            "IntValue FloatValue StringValue StringValue BooleanValue NullValue EnumValue ListValue ObjectValue Variable");
    }

    [Fact]
    public void A_node_spans_its_text_without_what_is_ignored_around_it()
    {
        const string Text = "{ a , b(x: [1, 2] ) @d # end\n c { e } }";
        var selections = Parser.Parse(Text).Operations.Single().SelectionSet.Selections;
        selections.Select(selection => Text[selection.Location.Start..selection.Location.End])
            .ShouldBe(["a", "b(x: [1, 2] ) @d", "c { e }"]);
        selections[2].Location.ToString().ShouldBe("2:2");
    }

    [Theory]
    [InlineData("", "Unexpected <EOF>.", "1:1")]
    [InlineData("{ }", "Expected Name, found \"}\".", "1:3")]
    [InlineData("{ papers", "Expected Name, found <EOF>.", "1:9")]
    [InlineData("{ papers(first: ) }", "Unexpected \")\".", "1:17")]
    [InlineData("query ($a Int) { b }", "Expected \":\", found Name \"Int\".", "1:11")]
    [InlineData("query ($a: Int = $b) { c }", "Unexpected variable \"$b\" in constant value.", "1:18")]
    [InlineData("fragment on on Paper { title }", "Unexpected Name \"on\".", "1:10")]
    [InlineData("\"why\" { papers }", "Unexpected description, descriptions are not supported on shorthand queries.", "1:1")]
    [InlineData("\"why\" extend type Paper { a: Int }",
        "Unexpected description, only GraphQL definitions support descriptions.", "1:1")]
    [InlineData("enum Order { NEWEST null }", "Name \"null\" is reserved and cannot be used for an enum value.", "1:21")]
    [InlineData("extend type Paper", "Unexpected <EOF>.", "1:18")]
    [InlineData("directive @cost on PAGE", "Unexpected Name \"PAGE\".", "1:20")]
    [InlineData("querry { papers }", "Unexpected Name \"querry\".", "1:1")]
    public void What_departs_from_the_grammar_is_refused_with_its_place(string text, string message, string place)
    {
        var error = Should.Throw<SyntaxException>(() => Parser.Parse(text));
        error.Message.ShouldBe($"Syntax Error: {message}");
        error.Location.ToString().ShouldBe(place);
        error.ToError().Code.ShouldBe("GRAPHQL_PARSE_FAILED");
    }

    [Fact]
    public void A_single_value_or_type_ends_with_the_text()
    {
        Parser.ParseType("[Int!]!").ToString().ShouldBe("[Int!]!");
        Should.Throw<SyntaxException>(() => Parser.ParseType("Int Int")).Message
            .ShouldBe("Syntax Error: Expected <EOF>, found Name \"Int\".");
        Should.Throw<SyntaxException>(() => Parser.ParseConstantValue("[$a]")).Message
            .ShouldBe("Syntax Error: Unexpected variable \"$a\" in constant value.");
    }
}
