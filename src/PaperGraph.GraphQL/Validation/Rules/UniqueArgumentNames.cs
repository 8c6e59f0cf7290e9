using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A field or directive is given each argument once. §5.4.2</summary>
internal sealed class UniqueArgumentNames(ValidationContext context) : ValidationRule
{
    public override void Enter(FieldNode node) => Check(node.Arguments);

    public override void Enter(DirectiveNode node) => Check(node.Arguments);

    private void Check(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.Length < 2) return;
        foreach (var same in arguments.GroupBy(argument => argument.Name.Value).Where(same => same.Skip(1).Any()))
        {
            context.Report(
                this,
                $"There can be only one argument named \"{same.Key}\".",
                [.. same.Select(argument => argument.Name.Location)]);
        }
    }
}
