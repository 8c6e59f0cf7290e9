using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

public sealed partial class Parser
{
    // Document : Definition+
    private DocumentNode ParseDocument()
    {
        do pending.Add(ParseDefinition());
        while (!Peek(TokenKind.EndOfFile));
        return new DocumentNode(new Location(0, text.Length, 1, 1), Collect<DefinitionNode>(0));
    }

    // Definition :
    //   - ExecutableDefinition
    //   - TypeSystemDefinitionOrExtension
    private DefinitionNode ParseDefinition()
    {
        if (Peek(TokenKind.BraceLeft)) return ParseShorthandQuery();
        var start = token.Location;
        var description = ParseDescription();
        if (description is not null && Peek(TokenKind.BraceLeft))
            throw Error(start, "Unexpected description, descriptions are not supported on shorthand queries.");
        if (!Peek(TokenKind.Name)) throw Unexpected(token);

        switch (GetText(token))
        {
            case "query": return ParseOperation(start, description, OperationType.Query);
            case "mutation": return ParseOperation(start, description, OperationType.Mutation);
            case "subscription": return ParseOperation(start, description, OperationType.Subscription);
            case "fragment": return ParseFragmentDefinition(start, description);
            case "schema": return ParseSchemaDefinition(start, description);
            case "scalar": return ParseScalarTypeDefinition(start, description);
            case "type": return ParseObjectTypeDefinition(start, description);
            case "interface": return ParseInterfaceTypeDefinition(start, description);
            case "union": return ParseUnionTypeDefinition(start, description);
            case "enum": return ParseEnumTypeDefinition(start, description);
            case "input": return ParseInputObjectTypeDefinition(start, description);
            case "directive": return ParseDirectiveDefinition(start, description);
        }

        if (description is not null)
            throw Error(start, "Unexpected description, only GraphQL definitions support descriptions.");
        return PeekKeyword("extend") ? ParseExtension(start) : throw Unexpected(token);
    }

    // Description : StringValue
    private StringValueNode? ParseDescription() => PeekString() ? ParseString() : null;

    // OperationDefinition : SelectionSet
    private OperationDefinitionNode ParseShorthandQuery()
    {
        var selections = ParseSelectionSet();
        return new OperationDefinitionNode(selections.Location, null, OperationType.Query, null, [], [], selections);
    }

    // OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet
    private OperationDefinitionNode ParseOperation(Location start, StringValueNode? description, OperationType operation)
    {
        Advance();
        Name? name = Peek(TokenKind.Name) ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConstant: false);
        var selections = ParseSelectionSet();
        return new OperationDefinitionNode(From(start), description, operation, name, variables, directives, selections);
    }

    // OperationType : one of `query` `mutation` `subscription`
    private OperationType ParseOperationType()
    {
        if (SkipKeyword("query")) return OperationType.Query;
        if (SkipKeyword("mutation")) return OperationType.Mutation;
        if (SkipKeyword("subscription")) return OperationType.Subscription;
        throw Peek(TokenKind.Name) ? Unexpected(token) : Error(token.Location, $"Expected Name, found {Describe(token)}.");
    }

    // VariablesDefinition : ( VariableDefinition+ )
    private ImmutableArray<VariableDefinitionNode> ParseVariableDefinitions() =>
        OptionalMany(TokenKind.ParenthesisLeft, static parser => parser.ParseVariableDefinition(), TokenKind.ParenthesisRight);

    // VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = token.Location;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = ParseDefaultValue();
        var directives = ParseDirectives(isConstant: true);
        return new VariableDefinitionNode(From(start), description, variable, type, defaultValue, directives);
    }

    // SelectionSet : { Selection+ }
    private SelectionSetNode ParseSelectionSet()
    {
        var start = token.Location;
        Descend();
        var selections = Many(TokenKind.BraceLeft, static parser => parser.ParseSelection(), TokenKind.BraceRight);
        Ascend();
        return new SelectionSetNode(From(start), selections);
    }

    // Selection :
    //   - Field
    //   - FragmentSpread
    //   - InlineFragment
    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    // Field : Alias? Name Arguments? Directives? SelectionSet?
    private FieldNode ParseField()
    {
        var name = ParseName();
        Name? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (name, ParseName());
        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selections = Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null;
        return new FieldNode(From((alias ?? name).Location), alias, name, arguments, directives, selections);
    }

    // Arguments[Const] : ( Argument[?Const]+ )
    private ImmutableArray<ArgumentNode> ParseArguments(bool isConstant) => OptionalMany<ArgumentNode>(
        TokenKind.ParenthesisLeft,
        isConstant ? static parser => parser.ParseArgument(isConstant: true) : static parser => parser.ParseArgument(isConstant: false),
        TokenKind.ParenthesisRight);

    // Argument[Const] : Name : Value[?Const]
    private ArgumentNode ParseArgument(bool isConstant)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConstant);
        return new ArgumentNode(From(name.Location), name, value);
    }
}
