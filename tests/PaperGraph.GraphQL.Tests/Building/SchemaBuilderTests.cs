using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Tests.Building;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Extensions_are_merged_into_what_they_extend()
    {
        var schema = SchemaBuilder.BuildTypes(Parser.Parse("""
            type Query { a: Int }
            extend type Query { b: [Color!]! }
            enum Color { RED }
            extend enum Color { GREEN @deprecated(reason: "Blue it is.") }
            union Any = Query
            type Other implements Named { name: String }
            interface Named { name: String }
            extend union Any = Other
            input Filter { a: Int = 3 }
            extend input Filter @oneOf { b: Int }
            scalar Date
            extend scalar Date @specifiedBy(url: "https://example.org/date")
            """));

        schema.QueryType!.Fields.Select(field => field.ToString()).ShouldBe(["a: Int", "b: [Color!]!"]);
        var color = (EnumType)schema.Types.Find("Color")!;
        color.Values.Select(value => $"{value} {value.DeprecationReason}".TrimEnd()).ShouldBe(["RED", "GREEN Blue it is."]);
        schema.PossibleTypes((UnionType)schema.Types.Find("Any")!).Select(type => type.Name).ShouldBe(["Query", "Other"]);
        schema.PossibleTypes((InterfaceType)schema.Types.Find("Named")!).Select(type => type.Name).ShouldBe(["Other"]);
        var filter = (InputObjectType)schema.Types.Find("Filter")!;
        filter.IsOneOf.ShouldBeTrue();
        filter.Fields.Select(field => field.Name).ShouldBe(["a", "b"]);
        ((ScalarType)schema.Types.Find("Date")!).SpecifiedByUrl.ShouldBe("https://example.org/date");
    }

    [Fact]
    public void Roots_are_those_that_the_schema_definition_names()
    {
        var schema = SchemaBuilder.BuildTypes(Parser.Parse("""
            "All there is." schema { query: Start }
            extend schema { mutation: Change }
            type Start { a: Int }
            type Change { a: Int }
            type Subscription { a: Int }
            """));

        schema.Description.ShouldBe("All there is.");
        schema.QueryType!.Name.ShouldBe("Start");
        schema.MutationType!.Name.ShouldBe("Change");
        schema.SubscriptionType.ShouldBeNull();
    }

    [Fact]
    public void Types_that_are_not_defined_are_named_with_who_refers_to_them() =>
        Should.Throw<SchemaException>(() => SchemaBuilder.BuildTypes(Parser.Parse("""
            type Query implements Nothing { a(b: Missing): Int c: [Gone!] }
            union U = Nobody
            """))).Problems.ShouldBe(
            [
                "Query.a(b:) refers to type \"Missing\", which is not defined.",
                "Query.c refers to type \"Gone\", which is not defined.",
                "Query refers to type \"Nothing\", which is not defined.",
                "U refers to type \"Nobody\", which is not defined.",
            ]);

    [Fact]
    public void All_that_does_not_fit_the_bindings_is_told_at_once()
    {
        var bindings = new FieldBindings()
            .Type<Paper>("Paper")
            .Type<Paper>("Nobody")
            .Enum<Color>("Color")
            .Input<Filter>("Filter")
            .Value("Query.papers", (Paper _) => Array.Empty<Paper>())
            .Value("Query.count", (object _) => "three")
            .Value("Query.gone", (object _) => 1)
            .Value("Paper.year", (string _) => 2025)
            .Value("Query.found", (object _) => default(object));

        Should.Throw<SchemaException>(() => SchemaBuilder.Build(
            Parser.Parse("""
                type Query { papers: [Paper!]! count: Int! color: Color found: Found filter(by: Filter = { text: 5 }): Int }
                type Paper { title: String year: Int abstract: String pages(first: Int): Int number: Int }
                type Other { a: Int }
                union Found = Paper | Other
                enum Color { RED GREEN }
                input Filter { text: String! first: Int last: Int }
                scalar Date
                """),
            bindings)).Problems.ShouldBe(
            [
                "Bindings name the object type Nobody, which the schema does not define.",
                "Scalar Date has no format: bind one with Scalar(\"Date\", …).",
                "Enum Color: Color has no member for GREEN.",
                "Enum Color has no value for Color.Blue.",
                "Input Filter: the constructor of Filter has no parameter for field last.",
                "Input Filter: parameter First of Filter is of type Int32, but first: Int may be null: make it Int32?.",
                "Query.papers takes a parent of type Paper; a root field takes object.",
                "Query.count: String gives no Int.",
                "Query.color has no resolver: bind one, or bind its type to a .NET type with a property of that name.",
                "Query.filter has no resolver: bind one, or bind its type to a .NET type with a property of that name.",
                "Paper.year takes a parent of type String, but Paper is bound to Paper.",
                "Paper.abstract has no resolver: bind one, or give Paper a property of that name.",
                "Paper.pages has no resolver: bind one. It has arguments, so no property of Paper is taken for it.",
                "Paper.number: String gives no Int.",
                "Other.a has no resolver: bind one, or bind its type to a .NET type with a property of that name.",
                "A resolver is bound to Query.gone, which is no field of an object type in the schema.",
                "A value of Found cannot be told to be of type Other: bind Type<…>(\"Other\"), or Abstract(\"Found\", …).",
                "The default of Query.filter(by:) at \"text\": 5 is no String; expected a string.",
            ]);
    }

    [Fact]
    public void Defaults_that_need_each_other_are_refused() =>
        Should.Throw<SchemaException>(() => SchemaBuilder.Build(
            Parser.Parse("""
                type Query { a(by: A): Int }
                input A { b: B = {} }
                input B { a: A = {} }
                """),
            new FieldBindings().Field("Query.a", FieldResolver.Batch(_ => throw new NotSupportedException()))))
            .Problems.ShouldBe(
            [
                "The default of A.b contains itself, via the defaults of B.a. Give a value for the field in it. (3:11, 2:11)",
            ]);

    [Fact]
    public void A_default_may_be_of_its_own_type_if_it_ends()
    {
        var schema = SchemaBuilder.Build(
            Parser.Parse("""
                type Query { a(by: A = {}): Int }
                input A { b: B = { a: null, c: 2 } d: A = null }
                input B { a: A = { b: null } c: Int = 1 }
                """),
            new FieldBindings().Field("Query.a", FieldResolver.Batch(_ => throw new NotSupportedException())));
        schema.QueryType!.Fields[0].Arguments[0].DefaultValue.ShouldNotBeNull();
    }

    private enum Color
    {
        Red,
        Blue,
    }

    private sealed record Paper(string Title, string Number);

    private sealed record Filter(string Text, int First);
}
