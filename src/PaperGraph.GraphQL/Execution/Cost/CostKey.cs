using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>
/// What the cost of an operation depends on of its variables, where these are leaves: which of them have a value, and the value of one
/// number. Requests with the same key cost the same.
/// </summary>
/// <param name="Kinds">Two bits a variable, in the order of the definitions.</param>
/// <param name="Number">The value of the variable that is an integer; 0 where there is none.</param>
internal readonly record struct CostKey(ulong Kinds, int Number)
{
    private const int MaxVariables = 32;

    /// <summary>
    /// Null where a variable is a list or an input object, or more than one an integer: the cost may depend on all that is in them.
    /// </summary>
    public static CostKey? Find(OperationDefinitionNode operation, VariableValues variables)
    {
        if (operation.Variables.Length > MaxVariables) return null;
        var (kinds, number) = (0ul, default(int?));
        for (var i = 0; i < operation.Variables.Length; i++)
        {
            if (!variables.TryGet(operation.Variables[i].Variable.Name.Value, out var value)) continue;
            if (value is InputList or CoercedInputObject || (value is int && number is not null)) return null;
            number = value as int? ?? number;
            kinds |= (value is null ? 1ul : value is int ? 2ul : 3ul) << (2 * i);
        }
        return new CostKey(kinds, number ?? 0);
    }
}
