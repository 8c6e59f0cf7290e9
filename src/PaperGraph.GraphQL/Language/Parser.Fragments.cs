namespace PaperGraph.GraphQL.Language;

public sealed partial class Parser
{
    // FragmentSpread : ... FragmentName Directives?
    // InlineFragment : ... TypeCondition? Directives? SelectionSet
    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Location;
        if (Peek(TokenKind.Name) && !PeekKeyword("on"))
        {
            var name = ParseFragmentName();
            var spreadDirectives = ParseDirectives(isConstant: false);
            return new FragmentSpreadNode(From(start), name, spreadDirectives);
        }

        var typeCondition = SkipKeyword("on") ? ParseNamedType() : null;
        var directives = ParseDirectives(isConstant: false);
        var selections = ParseSelectionSet();
        return new InlineFragmentNode(From(start), typeCondition, directives, selections);
    }

    // FragmentDefinition : Description? `fragment` FragmentName TypeCondition Directives? SelectionSet
    private FragmentDefinitionNode ParseFragmentDefinition(Location start, StringValueNode? description)
    {
        Advance();
        var name = ParseFragmentName();
        ExpectKeyword("on");
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConstant: false);
        var selections = ParseSelectionSet();
        return new FragmentDefinitionNode(From(start), description, name, typeCondition, directives, selections);
    }

    // FragmentName : Name but not `on`
    private Name ParseFragmentName() => PeekKeyword("on") ? throw Unexpected(token) : ParseName();
}
