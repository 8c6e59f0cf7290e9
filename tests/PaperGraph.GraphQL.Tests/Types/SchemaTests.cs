using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Tests.Types;

public sealed class SchemaTests
{
    private static readonly Schema Schema = SchemaBuilder.BuildTypes(Parser.Parse("""
        directive @cost(weight: String!) on FIELD_DEFINITION
        type Query { papers(first: Int): [Paper!] }
        type Paper implements Node { id: ID! kind: Kind }
        interface Node { id: ID! }
        union Hit = Paper
        enum Kind { METHOD }
        input Filter { text: String }
        """));

    [Theory]
    [InlineData("Paper", "ObjectType Paper")]
    [InlineData("Int", "ScalarType Int")]
    [InlineData("__Type", "ObjectType __Type")]
    [InlineData("Paper.id", "Field id: ID!")]
    [InlineData("Node.id", "Field id: ID!")]
    [InlineData("Kind.METHOD", "EnumValue METHOD")]
    [InlineData("Filter.text", "InputField text: String")]
    [InlineData("Query.papers(first:)", "Argument first: Int")]
    [InlineData("Query.__type(name:)", "Argument name: String!")]
    [InlineData("Hit.__typename", "Field __typename: String!")]
    [InlineData("@cost", "Directive @cost")]
    [InlineData("@cost(weight:)", "Argument weight: String!")]
    [InlineData("@skip(if:)", "Argument if: Boolean!")]
    public void A_coordinate_leads_to_its_part(string coordinate, string part)
    {
        var found = Schema.Find(SchemaCoordinate.Parse(coordinate)).ShouldNotBeNull();

        $"{found.GetType().Name} {found}".ShouldBe(part);
    }

    [Theory]
    [InlineData("Author")]
    [InlineData("Author.name")]
    [InlineData("Paper.title")]
    [InlineData("Paper.__type")]
    [InlineData("Hit.id")]
    [InlineData("Int.id")]
    [InlineData("Kind.TASK")]
    [InlineData("Kind.METHOD(a:)")]
    [InlineData("Filter.text(a:)")]
    [InlineData("Query.papers(last:)")]
    [InlineData("Query.authors(last:)")]
    [InlineData("@weight")]
    [InlineData("@weight(a:)")]
    [InlineData("@cost(a:)")]
    public void A_coordinate_of_nothing_leads_nowhere(string coordinate) => Schema.Find(SchemaCoordinate.Parse(coordinate)).ShouldBeNull();
}
