using System.Collections;
using System.Reflection;
using System.Text;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

/// <summary>Trees of nodes as text, without their locations: for comparing two.</summary>
internal static class Trees
{
    /// <summary>For texts that nest deeper than the default allows.</summary>
    public static ParserLimits Deep { get; } = new() { MaxSyntaxDepth = ParserLimits.MaxAllowedDepth };

    public static string Describe(Node node)
    {
        var text = new StringBuilder();
        Describe(node, text);
        return text.ToString();
    }

    /// <summary>The node and all below it, found by reflection.</summary>
    public static int CountNodes(Node node) => 1 + Parts(node)
        .SelectMany(property => property.GetValue(node) switch
        {
            Node part => [part],
            IEnumerable parts and not string => parts.OfType<Node>(),
            _ => [],
        })
        .Sum(CountNodes);

    /// <summary>Null if the text, printed and parsed again, gives the same tree.</summary>
    public static string? DifferenceAfterPrinting(string text)
    {
        var before = Parser.Parse(text, Deep);
        var printed = Printer.Print(before);
        Node after;
        try
        {
            after = Parser.Parse(printed, Deep);
        }
        catch (SyntaxException e)
        {
            return $"{text}\n  printed as\n{printed}\n  does not parse: {e.Message} at {e.Location}";
        }
        return Describe(before) == Describe(after) ? null : $"{text}\n  printed as\n{printed}\n  is another tree";
    }

    private static IEnumerable<PropertyInfo> Parts(Node node) =>
        node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name
            is not (nameof(Node.Kind) or nameof(Node.Location) or nameof(FieldNode.ResponseName)
                or nameof(DocumentNode.Operations) or nameof(DocumentNode.Fragments)));

    private static void Describe(object? part, StringBuilder text)
    {
        switch (part)
        {
            case Node node:
                text.Append(node.Kind).Append('(');
                foreach (var property in Parts(node))
                {
                    text.Append(property.Name).Append('=');
                    Describe(property.GetValue(node), text);
                    text.Append(' ');
                }
                text.Append(')');
                break;
            case string value:
                text.Append('"').Append(value).Append('"');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items) Describe(item, text);
                text.Append(']');
                break;
            case null:
                text.Append('-');
                break;
            default:
                text.Append(part);
                break;
        }
    }
}
