namespace PaperGraph.GraphQL.Language;

public sealed partial class Parser
{
    // Value[Const] :
    //   - [if not Const] Variable
    //   - IntValue
    //   - FloatValue
    //   - StringValue
    //   - BooleanValue
    //   - NullValue
    //   - EnumValue
    //   - ListValue[?Const]
    //   - ObjectValue[?Const]
    private ValueNode ParseValue(bool isConstant)
    {
        var start = token;
        switch (start.Kind)
        {
            case TokenKind.BracketLeft: return ParseList(isConstant);
            case TokenKind.BraceLeft: return ParseObject(isConstant);
            case TokenKind.String or TokenKind.BlockString: return ParseString();
            case TokenKind.Dollar: return isConstant ? throw VariableInConstant() : ParseVariable();
            case TokenKind.Int:
                Advance();
                return new IntValueNode(start.Location, GetText(start).ToString());
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(start.Location, GetText(start).ToString());
            case TokenKind.Name:
                Advance();
                return GetText(start) switch
                {
                    "true" => new BooleanValueNode(start.Location, true),
                    "false" => new BooleanValueNode(start.Location, false),
                    "null" => new NullValueNode(start.Location),
                    var name => new EnumValueNode(start.Location, Intern(name)),
                };
            default: throw Unexpected(start);
        }
    }

    private StringValueNode ParseString()
    {
        var value = token;
        Advance();
        return new StringValueNode(value.Location, value.Value!, value.Kind == TokenKind.BlockString);
    }

    // ListValue[Const] : [ Value[?Const]* ]
    private ListValueNode ParseList(bool isConstant)
    {
        var start = token.Location;
        Descend();
        var values = Any<ValueNode>(
            TokenKind.BracketLeft,
            isConstant ? static parser => parser.ParseValue(isConstant: true) : static parser => parser.ParseValue(isConstant: false),
            TokenKind.BracketRight);
        Ascend();
        return new ListValueNode(From(start), values);
    }

    // ObjectValue[Const] : { ObjectField[?Const]* }
    private ObjectValueNode ParseObject(bool isConstant)
    {
        var start = token.Location;
        Descend();
        var fields = Any<ObjectFieldNode>(
            TokenKind.BraceLeft,
            isConstant
                ? static parser => parser.ParseObjectField(isConstant: true)
                : static parser => parser.ParseObjectField(isConstant: false),
            TokenKind.BraceRight);
        Ascend();
        return new ObjectValueNode(From(start), fields);
    }

    // ObjectField[Const] : Name : Value[?Const]
    private ObjectFieldNode ParseObjectField(bool isConstant)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConstant);
        return new ObjectFieldNode(From(name.Location), name, value);
    }

    // Variable : $ Name
    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Location;
        var name = ParseName();
        return new VariableNode(From(start), name);
    }

    // DefaultValue : = Value[Const]
    private ValueNode? ParseDefaultValue() => Skip(TokenKind.Equal) ? ParseValue(isConstant: true) : null;

    private SyntaxException VariableInConstant()
    {
        var dollar = Expect(TokenKind.Dollar);
        return Peek(TokenKind.Name)
            ? Error(dollar.Location, $"Unexpected variable \"${Excerpt.From(GetText(token).ToString())}\" in constant value.")
            : Unexpected(dollar);
    }
}
