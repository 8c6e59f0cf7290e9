using System.Text;

namespace PaperGraph.GraphQL.Language;

/// <summary>
/// Nodes to text that parses to the same nodes: one definition, selection or field a line, two spaces a level. Lists of arguments
/// go over several lines where one would be longer than 80 characters.
/// </summary>
public sealed partial class Printer
{
    private const int MaxLineLength = 80;
    private const string OneLevel = "  ";

    private readonly StringBuilder output = new();
    private string indentation = "";

    private Printer()
    {
    }

    /// <summary>The text of a node and all below it, without a line break at the end.</summary>
    public static string Print(Node node)
    {
        var printer = new Printer();
        printer.Write(node);
        return printer.output.ToString();
    }

    private void Write(Node node)
    {
        switch (node)
        {
            case DocumentNode document: WriteDocument(document); break;
            case OperationDefinitionNode operation: WriteOperation(operation); break;
            case VariableDefinitionNode variable: WriteVariableDefinition(variable); break;
            case FragmentDefinitionNode fragment: WriteFragmentDefinition(fragment); break;
            case SelectionSetNode selections: WriteBlock(selections.Selections); break;
            case FieldNode field: WriteField(field); break;
            case FragmentSpreadNode spread: WriteFragmentSpread(spread); break;
            case InlineFragmentNode inline: WriteInlineFragment(inline); break;
            case ArgumentNode argument: WriteNamed(argument.Name, argument.Value); break;
            case ObjectFieldNode field: WriteNamed(field.Name, field.Value); break;
            case DirectiveNode directive: WriteDirective(directive); break;
            case ValueNode value: WriteValue(value); break;
            case TypeNode type: WriteTypeReference(type); break;
            case TypeSystemDefinitionNode definition: WriteTypeSystemDefinition(definition); break;
            case TypeSystemExtensionNode extension: WriteExtension(extension); break;
            case OperationTypeDefinitionNode root: WriteOperationType(root); break;
            case FieldDefinitionNode field: WriteFieldDefinition(field); break;
            case InputValueDefinitionNode input: WriteInputValue(input); break;
            case EnumValueDefinitionNode value: WriteEnumValue(value); break;
            default: throw new ArgumentException($"There is no way to print a {node.Kind}.", nameof(node));
        }
    }

    private void WriteDocument(DocumentNode document)
    {
        for (var i = 0; i < document.Definitions.Length; i++)
        {
            if (i > 0) output.Append("\n\n");
            Write(document.Definitions[i]);
        }
    }

    private void WriteDirectives(IEnumerable<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            output.Append(' ');
            WriteDirective(directive);
        }
    }

    private void WriteDirective(DirectiveNode directive)
    {
        output.Append('@').Append(directive.Name.Value);
        WriteList("(", directive.Arguments, ", ", ")");
    }

    /// <summary>Nodes between braces, one a line; nothing where there are none.</summary>
    private void WriteBlock(IReadOnlyList<Node> nodes)
    {
        if (nodes.Count > 0) WriteLines('{', nodes, '}');
    }

    private void WriteLines(char open, IReadOnlyList<Node> nodes, char close)
    {
        output.Append(open);
        var outer = indentation;
        indentation += OneLevel;
        foreach (var node in nodes)
        {
            NewLine();
            Write(node);
        }
        indentation = outer;
        NewLine();
        output.Append(close);
    }

    /// <summary>Nodes on one line; nothing, not even the brackets, where there are none.</summary>
    private void WriteList(string open, IEnumerable<Node> nodes, string separator, string close)
    {
        var first = true;
        foreach (var node in nodes)
        {
            output.Append(first ? open : separator);
            Write(node);
            first = false;
        }
        if (!first) output.Append(close);
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null) return;
        WriteString(description);
        NewLine();
    }

    private void NewLine() => output.Append('\n').Append(indentation);

    private int CurrentLineLength()
    {
        var length = 0;
        for (var i = output.Length - 1; i >= 0 && output[i] != '\n'; i--) length++;
        return length;
    }
}
