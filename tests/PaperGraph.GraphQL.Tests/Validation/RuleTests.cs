using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.GraphQL.Tests.Validation;

/// <summary>Facts about one rule: a document, and what the rule says of it. What other rules say of it does not matter here.</summary>
public abstract class RuleTests(string rule)
{
    private static readonly Schema Schema = SchemaBuilder.BuildTypes(Parser.Parse("""
        type Query {
          paper(id: ID!): Paper
          papers(first: Int = 10, filter: PaperFilter, order: Order, listedOn: Date): [Paper!]!
          pick(by: PaperPick!): Paper
          node(id: ID!): Node
          search(text: String!, kinds: [Order]): [Hit!]!
        }
        type Mutation { rename(id: ID!, title: String!): Paper }
        type Subscription { imported: Paper removed: Paper }
        interface Node { id: ID! }
        interface Titled implements Node { id: ID! title(short: Boolean = false): String! }
        type Paper implements Node & Titled {
          id: ID!
          title(short: Boolean = false): String!
          year: Int
          rating: Float
          authors(first: Int, after: String): [Author!]!
        }
        type Author implements Node { id: ID! name: String! papers: [Paper!]! home: Organization }
        type Organization implements Node & Titled { id: ID! title(short: Boolean = false): String! year: String authors: [Author!]! }
        union Hit = Paper | Author
        enum Order { NEWEST OLDEST }
        input PaperFilter { text: String! years: [Int!] open: Boolean! = true also: PaperFilter }
        input PaperPick @oneOf { id: ID url: String }
        scalar Date
        directive @note(text: String!) on QUERY | FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION
        directive @tag(name: String) repeatable on FIELD
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int = 0) on FIELD
        """));

    /// <summary>Each error as its places and its message: "2:3 4:5 Something is wrong."; none for a document that keeps the rule.</summary>
    protected void Expect(string document, params string[] errors) => Check(Schema, document, errors);

    protected void ExpectIn(string schema, string document, params string[] errors) =>
        Check(SchemaBuilder.BuildTypes(Parser.Parse(schema)), document, errors);

    internal static string Describe(GraphQLError error) => $"{string.Join(' ', error.Locations)} {error.Message}".TrimStart();

    private void Check(Schema schema, string document, string[] errors) =>
        Validator.Violations(new DocumentContext(schema, Parser.Parse(document)), SpecifiedRules.All)
            .Where(violation => violation.Rule!.Name == rule)
            .Select(violation => Describe(violation.Error))
            .ShouldBe(errors);
}
