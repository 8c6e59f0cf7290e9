namespace PaperGraph.GraphQL.Language;

public sealed partial class Printer
{
    private void WriteOperation(OperationDefinitionNode operation)
    {
        var isShorthand = operation is
        {
            Operation: OperationType.Query, Name: null, Description: null, Variables.IsEmpty: true, Directives.IsEmpty: true,
        };
        if (!isShorthand)
        {
            WriteDescription(operation.Description);
            output.Append(Keyword(operation.Operation));
            if (operation.Name is { } name) output.Append(' ').Append(name.Value);
            WriteVariableDefinitions(operation);
            WriteDirectives(operation.Directives);
            output.Append(' ');
        }
        Write(operation.SelectionSet);
    }

    private void WriteVariableDefinitions(OperationDefinitionNode operation)
    {
        if (operation.Variables.IsEmpty) return;
        if (operation.Name is null) output.Append(' ');
        if (operation.Variables.Any(variable => variable.Description is not null)) WriteLines('(', operation.Variables, ')');
        else WriteList("(", operation.Variables, ", ", ")");
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        WriteValue(variable.Variable);
        output.Append(": ");
        Write(variable.Type);
        WriteDefault(variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteFragmentDefinition(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        output.Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition.Name.Value);
        WriteDirectives(fragment.Directives);
        output.Append(' ');
        Write(fragment.SelectionSet);
    }

    private void WriteField(FieldNode field)
    {
        if (field.Alias is { } alias) output.Append(alias.Value).Append(": ");
        output.Append(field.Name.Value);
        WriteArguments(field);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is null) return;
        output.Append(' ');
        Write(field.SelectionSet);
    }

    private void WriteArguments(FieldNode field)
    {
        var start = output.Length;
        WriteList("(", field.Arguments, ", ", ")");
        if (output.Length == start || CurrentLineLength() <= MaxLineLength) return;
        output.Length = start;
        WriteLines('(', field.Arguments, ')');
    }

    private void WriteFragmentSpread(FragmentSpreadNode spread)
    {
        output.Append("...").Append(spread.Name.Value);
        WriteDirectives(spread.Directives);
    }

    private void WriteInlineFragment(InlineFragmentNode inline)
    {
        output.Append("...");
        if (inline.TypeCondition is { } type) output.Append(" on ").Append(type.Name.Value);
        WriteDirectives(inline.Directives);
        output.Append(' ');
        Write(inline.SelectionSet);
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
