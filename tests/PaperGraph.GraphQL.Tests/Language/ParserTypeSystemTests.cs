using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

public sealed class ParserTypeSystemTests
{
    [Fact]
    public void An_object_type_has_its_parts_in_order()
    {
        var type = Definition<ObjectTypeDefinitionNode>("""
            "A work"
            type Paper implements & Node & Dated @key(fields: "id") {
              "All who wrote it"
              authors("At most" first: Int = 10 @range(max: 100), order: Order): [Author!]! @cost
            }
            """);
        (type.Description!.Value, type.Name.Value).ShouldBe(("A work", "Paper"));
        type.Interfaces.Select(node => node.Name.Value).ShouldBe(["Node", "Dated"]);
        type.Directives.ShouldHaveSingleItem();

        var field = type.Fields.ShouldHaveSingleItem();
        (field.Description!.Value, field.Name.Value, field.Type.ToString()).ShouldBe(("All who wrote it", "authors", "[Author!]!"));
        field.Arguments.Select(argument => argument.ToString()).ShouldBe(["\"At most\"\nfirst: Int = 10 @range(max: 100)", "order: Order"]);
    }

    [Theory]
    [InlineData("schema @a { query: Q mutation: M }", NodeKind.SchemaDefinition)]
    [InlineData("scalar Date @specifiedBy(url: \"https://example.org\")", NodeKind.ScalarTypeDefinition)]
    [InlineData("type Empty", NodeKind.ObjectTypeDefinition)]
    [InlineData("interface Node implements A & B { id: ID! }", NodeKind.InterfaceTypeDefinition)]
    [InlineData("union Hit = | Paper | Author", NodeKind.UnionTypeDefinition)]
    [InlineData("enum Order { \"late first\" NEWEST @deprecated OLDEST }", NodeKind.EnumTypeDefinition)]
    [InlineData("input Filter @oneOf { year: Int name: String = \"x\" }", NodeKind.InputObjectTypeDefinition)]
    [InlineData("directive @tag(name: String!) repeatable on | OBJECT | FIELD", NodeKind.DirectiveDefinition)]
    [InlineData("extend schema @a", NodeKind.SchemaExtension)]
    [InlineData("extend scalar Date @a", NodeKind.ScalarTypeExtension)]
    [InlineData("extend type Paper implements Node", NodeKind.ObjectTypeExtension)]
    [InlineData("extend interface Node { at: Date }", NodeKind.InterfaceTypeExtension)]
    [InlineData("extend union Hit = Topic", NodeKind.UnionTypeExtension)]
    [InlineData("extend enum Order { RANDOM }", NodeKind.EnumTypeExtension)]
    [InlineData("extend input Filter { day: Date }", NodeKind.InputObjectTypeExtension)]
    public void Every_definition_and_extension_parses_and_prints(string text, NodeKind kind)
    {
        Definition<DefinitionNode>(text).Kind.ShouldBe(kind);
        Trees.DifferenceAfterPrinting(text).ShouldBeNull();
    }

    [Fact]
    public void A_directive_says_where_it_may_stand_and_whether_it_repeats()
    {
        var directive = Definition<DirectiveDefinitionNode>("directive @tag repeatable on OBJECT | FIELD_DEFINITION");
        directive.IsRepeatable.ShouldBeTrue();
        directive.Locations.Select(location => location.Value).ShouldBe(["OBJECT", "FIELD_DEFINITION"]);
    }

    private static T Definition<T>(string text) where T : DefinitionNode =>
        Parser.Parse(text).Definitions.ShouldHaveSingleItem().ShouldBeAssignableTo<T>()!;
}
