using PaperGraph.GraphQL.Tests.Support;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Tests.Introspection;

public sealed class IntrospectionTests
{
    private readonly TestEngine engine = new(
        """"
        "What there is." schema { query: Query }
        "The start."
        type Query {
          "All of them."
          papers("How many." first: Int = 20, where: Filter = { text: "a", ids: [1, 2] }, old: Int @deprecated): [Paper!]!
          gone: Int @deprecated(reason: "Use papers.")
          any: Any
        }
        interface Node { id: ID! }
        type Paper implements Node { id: ID! on: Date }
        union Any = Paper
        enum Color { RED "As grass." GREEN BLUE @deprecated }
        input Filter { text: String! ids: [Int!] = [] old: Boolean @deprecated(reason: "Never.") }
        input Key @oneOf { id: ID slug: String }
        "A day." scalar Date @specifiedBy(url: "https://example.org/date")
        directive @cost(weight: Int! = 1, old: Int @deprecated) repeatable on FIELD_DEFINITION | OBJECT
        """",
        bindings => bindings
            .Value("Query.gone", (object _) => 1)
            .Value("Query.any", (object _) => default(object))
            .Batch("Query.papers", _ => throw new NotSupportedException())
            .Type<Paper>("Paper")
            .Scalar("Date", TestScalars.Date));

    [Fact]
    public async Task The_whole_schema_is_described() =>
        Snapshot.Match(Json.Lay(await engine.AnswerAsync("""
            {
              __schema {
                description
                queryType { name } mutationType { name } subscriptionType { name }
                types { ...Type }
                directives { name description isRepeatable locations args(includeDeprecated: true) { ...Input } }
              }
            }
            fragment Type on __Type {
              kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) {
                name description type { ...Reference } isDeprecated deprecationReason
                args(includeDeprecated: true) { ...Input }
              }
              inputFields(includeDeprecated: true) { ...Input }
              interfaces { name }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { name }
            }
            fragment Input on __InputValue { name description type { ...Reference } defaultValue isDeprecated deprecationReason }
            fragment Reference on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
            """)), "introspection");

    [Fact]
    public Task What_is_deprecated_is_left_out_unless_asked_for() =>
        engine.AnswerAsync("""
            {
              query: __type(name: "Query") { fields { name args { name } } }
              color: __type(name: "Color") { enumValues { name } }
              filter: __type(name: "Filter") { inputFields { name } }
              __schema { directives { args { name } } }
            }
            """).ShouldBeJson("""
            { "data": {
              "query": { "fields": [
                { "name": "papers", "args": [{ "name": "first" }, { "name": "where" }] },
                { "name": "any", "args": [] }
              ] },
              "color": { "enumValues": [{ "name": "RED" }, { "name": "GREEN" }] },
              "filter": { "inputFields": [{ "name": "text" }, { "name": "ids" }] },
              "__schema": { "directives": [
                { "args": [{ "name": "weight" }] },
                { "args": [{ "name": "if" }] },
                { "args": [{ "name": "if" }] },
                { "args": [{ "name": "reason" }] },
                { "args": [{ "name": "url" }] },
                { "args": [] }
              ] }
            } }
            """);

    [Fact]
    public Task A_type_that_is_not_there_is_null() =>
        engine.AnswerAsync("""{ __type(name: "Nothing") { name } }""").ShouldBeJson("""{ "data": { "__type": null } }""");

    private sealed record Paper(string Id, DateOnly? On);
}
