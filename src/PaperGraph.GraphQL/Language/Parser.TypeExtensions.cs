namespace PaperGraph.GraphQL.Language;

/// <summary>Each extension adds something: one with nothing to add is an error at the token that follows.</summary>
public sealed partial class Parser
{
    // TypeSystemExtension :
    //   - SchemaExtension
    //   - TypeExtension
    private TypeSystemExtensionNode ParseExtension(Location start)
    {
        Advance();
        if (SkipKeyword("schema")) return ParseSchemaExtension(start);
        if (SkipKeyword("scalar")) return ParseScalarTypeExtension(start);
        if (SkipKeyword("type")) return ParseObjectTypeExtension(start);
        if (SkipKeyword("interface")) return ParseInterfaceTypeExtension(start);
        if (SkipKeyword("union")) return ParseUnionTypeExtension(start);
        if (SkipKeyword("enum")) return ParseEnumTypeExtension(start);
        if (SkipKeyword("input")) return ParseInputObjectTypeExtension(start);
        throw Unexpected(token);
    }

    // SchemaExtension : `extend` `schema` Directives[Const]? { RootOperationTypeDefinition+ }
    private SchemaExtensionNode ParseSchemaExtension(Location start)
    {
        var directives = ParseDirectives(isConstant: true);
        var operationTypes = OptionalMany(
            TokenKind.BraceLeft, static parser => parser.ParseOperationTypeDefinition(), TokenKind.BraceRight);
        ExpectSomething(directives.Length + operationTypes.Length);
        return new SchemaExtensionNode(From(start), directives, operationTypes);
    }

    // ScalarTypeExtension : `extend` `scalar` Name Directives[Const]
    private ScalarTypeExtensionNode ParseScalarTypeExtension(Location start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        ExpectSomething(directives.Length);
        return new ScalarTypeExtensionNode(From(start), name, directives);
    }

    // ObjectTypeExtension : `extend` `type` Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private ObjectTypeExtensionNode ParseObjectTypeExtension(Location start)
    {
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        ExpectSomething(interfaces.Length + directives.Length + fields.Length);
        return new ObjectTypeExtensionNode(From(start), name, interfaces, directives, fields);
    }

    // InterfaceTypeExtension : `extend` `interface` Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private InterfaceTypeExtensionNode ParseInterfaceTypeExtension(Location start)
    {
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        ExpectSomething(interfaces.Length + directives.Length + fields.Length);
        return new InterfaceTypeExtensionNode(From(start), name, interfaces, directives, fields);
    }

    // UnionTypeExtension : `extend` `union` Name Directives[Const]? UnionMemberTypes?
    private UnionTypeExtensionNode ParseUnionTypeExtension(Location start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var types = ParseUnionMemberTypes();
        ExpectSomething(directives.Length + types.Length);
        return new UnionTypeExtensionNode(From(start), name, directives, types);
    }

    // EnumTypeExtension : `extend` `enum` Name Directives[Const]? EnumValuesDefinition?
    private EnumTypeExtensionNode ParseEnumTypeExtension(Location start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = ParseEnumValueDefinitions();
        ExpectSomething(directives.Length + values.Length);
        return new EnumTypeExtensionNode(From(start), name, directives, values);
    }

    // InputObjectTypeExtension : `extend` `input` Name Directives[Const]? InputFieldsDefinition?
    private InputObjectTypeExtensionNode ParseInputObjectTypeExtension(Location start)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputFieldDefinitions();
        ExpectSomething(directives.Length + fields.Length);
        return new InputObjectTypeExtensionNode(From(start), name, directives, fields);
    }

    private void ExpectSomething(int additions)
    {
        if (additions == 0) throw Unexpected(token);
    }
}
