using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Arguments;

/// <summary>Numbers of a request that have bounds.</summary>
internal static class NumberArgument
{
    /// <summary>The value of an argument, where it is from 1 to <paramref name="max"/>.</summary>
    /// <exception cref="FieldFailureException">It is not.</exception>
    public static int Checked(FieldContext field, string name, int max)
    {
        var number = field.Argument<int>(name);
        return number >= 1 && number <= max
            ? number
            : throw BadArgument.Create(new ArgumentPath(name), $"is {number}; give 1 to {max}.");
    }
}
