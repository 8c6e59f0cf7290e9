namespace PaperGraph.GraphQL.Language;

public sealed partial class Parser
{
    // Type :
    //   - NamedType
    //   - ListType
    //   - NonNullType
    private TypeNode ParseTypeReference()
    {
        var start = token.Location;
        TypeNode type = Peek(TokenKind.BracketLeft) ? ParseListType() : ParseNamedType();
        return Skip(TokenKind.ExclamationMark) ? new NonNullTypeNode(From(start), type) : type;
    }

    // ListType : [ Type ]
    private ListTypeNode ParseListType()
    {
        Descend();
        var start = Expect(TokenKind.BracketLeft).Location;
        var type = ParseTypeReference();
        Expect(TokenKind.BracketRight);
        Ascend();
        return new ListTypeNode(From(start), type);
    }

    // NamedType : Name
    private NamedTypeNode ParseNamedType() => new(ParseName());
}
