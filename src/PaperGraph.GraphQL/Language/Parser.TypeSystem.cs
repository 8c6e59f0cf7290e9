using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

public sealed partial class Parser
{
    // SchemaDefinition : Description? `schema` Directives[Const]? { RootOperationTypeDefinition+ }
    private SchemaDefinitionNode ParseSchemaDefinition(Location start, StringValueNode? description)
    {
        Advance();
        var directives = ParseDirectives(isConstant: true);
        var operationTypes = Many(
            TokenKind.BraceLeft, static parser => parser.ParseOperationTypeDefinition(), TokenKind.BraceRight);
        return new SchemaDefinitionNode(From(start), description, directives, operationTypes);
    }

    // RootOperationTypeDefinition : OperationType : NamedType
    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = token.Location;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        var type = ParseNamedType();
        return new OperationTypeDefinitionNode(From(start), operation, type);
    }

    // ScalarTypeDefinition : Description? `scalar` Name Directives[Const]?
    private ScalarTypeDefinitionNode ParseScalarTypeDefinition(Location start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        return new ScalarTypeDefinitionNode(From(start), description, name, directives);
    }

    // ObjectTypeDefinition : Description? `type` Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private ObjectTypeDefinitionNode ParseObjectTypeDefinition(Location start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        return new ObjectTypeDefinitionNode(From(start), description, name, interfaces, directives, fields);
    }

    // InterfaceTypeDefinition : Description? `interface` Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    private InterfaceTypeDefinitionNode ParseInterfaceTypeDefinition(Location start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        return new InterfaceTypeDefinitionNode(From(start), description, name, interfaces, directives, fields);
    }

    // ImplementsInterfaces : `implements` `&`? NamedType, then `&` NamedType as often as needed
    private ImmutableArray<NamedTypeNode> ParseImplementsInterfaces() =>
        SkipKeyword("implements") ? Delimited(TokenKind.Ampersand, static parser => parser.ParseNamedType()) : [];

    // FieldsDefinition : { FieldDefinition+ }
    private ImmutableArray<FieldDefinitionNode> ParseFieldDefinitions() =>
        OptionalMany(TokenKind.BraceLeft, static parser => parser.ParseFieldDefinition(), TokenKind.BraceRight);

    // FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?
    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = token.Location;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var directives = ParseDirectives(isConstant: true);
        return new FieldDefinitionNode(From(start), description, name, arguments, type, directives);
    }

    // ArgumentsDefinition : ( InputValueDefinition+ )
    private ImmutableArray<InputValueDefinitionNode> ParseArgumentDefinitions() =>
        OptionalMany(TokenKind.ParenthesisLeft, static parser => parser.ParseInputValueDefinition(), TokenKind.ParenthesisRight);

    // InputFieldsDefinition : { InputValueDefinition+ }
    private ImmutableArray<InputValueDefinitionNode> ParseInputFieldDefinitions() =>
        OptionalMany(TokenKind.BraceLeft, static parser => parser.ParseInputValueDefinition(), TokenKind.BraceRight);

    // InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?
    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = token.Location;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = ParseDefaultValue();
        var directives = ParseDirectives(isConstant: true);
        return new InputValueDefinitionNode(From(start), description, name, type, defaultValue, directives);
    }

    // UnionTypeDefinition : Description? `union` Name Directives[Const]? UnionMemberTypes?
    private UnionTypeDefinitionNode ParseUnionTypeDefinition(Location start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var types = ParseUnionMemberTypes();
        return new UnionTypeDefinitionNode(From(start), description, name, directives, types);
    }

    // UnionMemberTypes : = `|`? NamedType, then `|` NamedType as often as needed
    private ImmutableArray<NamedTypeNode> ParseUnionMemberTypes() =>
        Skip(TokenKind.Equal) ? Delimited(TokenKind.Pipe, static parser => parser.ParseNamedType()) : [];

    // EnumTypeDefinition : Description? `enum` Name Directives[Const]? EnumValuesDefinition?
    private EnumTypeDefinitionNode ParseEnumTypeDefinition(Location start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = ParseEnumValueDefinitions();
        return new EnumTypeDefinitionNode(From(start), description, name, directives, values);
    }

    // EnumValuesDefinition : { EnumValueDefinition+ }
    private ImmutableArray<EnumValueDefinitionNode> ParseEnumValueDefinitions() =>
        OptionalMany(TokenKind.BraceLeft, static parser => parser.ParseEnumValueDefinition(), TokenKind.BraceRight);

    // EnumValueDefinition : Description? EnumValue Directives[Const]?
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = token.Location;
        var description = ParseDescription();
        var name = ParseEnumValueName();
        var directives = ParseDirectives(isConstant: true);
        return new EnumValueDefinitionNode(From(start), description, name, directives);
    }

    // EnumValue : Name but not `true`, `false` or `null`
    private Name ParseEnumValueName()
    {
        if (PeekKeyword("true") || PeekKeyword("false") || PeekKeyword("null"))
            throw Error(token.Location, $"{Describe(token)} is reserved and cannot be used for an enum value.");
        return ParseName();
    }

    // InputObjectTypeDefinition : Description? `input` Name Directives[Const]? InputFieldsDefinition?
    private InputObjectTypeDefinitionNode ParseInputObjectTypeDefinition(Location start, StringValueNode? description)
    {
        Advance();
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputFieldDefinitions();
        return new InputObjectTypeDefinitionNode(From(start), description, name, directives, fields);
    }

    // DirectiveDefinition : Description? `directive` @ Name ArgumentsDefinition? `repeatable`? `on` DirectiveLocations
    private DirectiveDefinitionNode ParseDirectiveDefinition(Location start, StringValueNode? description)
    {
        Advance();
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = ParseDirectiveLocations();
        return new DirectiveDefinitionNode(From(start), description, name, arguments, isRepeatable, locations);
    }

    // DirectiveLocations : `|`? DirectiveLocation, then `|` DirectiveLocation as often as needed
    private ImmutableArray<Name> ParseDirectiveLocations()
    {
        Skip(TokenKind.Pipe);
        var locations = ImmutableArray.CreateBuilder<Name>();
        do locations.Add(ParseDirectiveLocation());
        while (Skip(TokenKind.Pipe));
        return locations.DrainToImmutable();
    }

    private Name ParseDirectiveLocation()
    {
        var start = token;
        var name = ParseName();
        return DirectiveLocation.IsExecutable(name) || DirectiveLocation.IsTypeSystem(name) ? name : throw Unexpected(start);
    }
}
