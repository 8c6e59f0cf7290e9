using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A field is defined by the type that it is selected from. §5.3.1</summary>
internal sealed class FieldsOnCorrectType(DocumentContext context) : ValidationRule
{
    public override void Enter(FieldNode node)
    {
        if (context.Types is not { Parent: { } parent, Field: null }) return;
        var suggestion = DidYouMean.Quoted("to use an inline fragment on ", TypesWith(parent, node.Name));
        if (suggestion.Length == 0 && parent is ObjectOrInterfaceType { Fields: var fields })
            suggestion = DidYouMean.Among(node.Name, fields.Select(field => field.Name));
        context.Report(this, $"Cannot query field \"{node.Name}\" on type \"{parent.Name}\".{suggestion:whole}", node.Location);
    }

    /// <summary>
    /// The possible types that define the field, and interfaces of theirs that do: what most of them implement first, and an
    /// interface before what implements it.
    /// </summary>
    private IEnumerable<string> TypesWith(CompositeType parent, string field)
    {
        if (!parent.IsAbstract) return [];
        var objects = context.Schema.PossibleTypes(parent).Where(type => type.Fields.Contains(field)).ToList();
        var interfaces = objects.SelectMany(type => type.Interfaces).Where(type => type.Fields.Contains(field)).ToList();
        return interfaces.Concat<ObjectOrInterfaceType>(objects).CountBy(type => type)
            .OrderByDescending(counted => counted.Value)
            .ThenBy(counted => counted.Key is ObjectType)
            .ThenBy(counted => counted.Key.Interfaces.Count)
            .ThenBy(counted => counted.Key.Name, StringComparer.Ordinal)
            .Select(counted => counted.Key.Name);
    }
}
