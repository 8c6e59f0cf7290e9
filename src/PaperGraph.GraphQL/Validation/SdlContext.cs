using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation;

/// <summary>What the rules for type system documents know: the definitions of the document, and of the one that it extends.</summary>
internal sealed class SdlContext(DocumentNode document, DocumentNode? existing, int maxErrors = int.MaxValue)
    : ValidationContext(document, maxErrors)
{
    private readonly TypeSystem defined = new(document);

    /// <summary>What is defined already; null where the document stands for itself.</summary>
    public TypeSystem? Existing { get; } = existing is null ? null : new TypeSystem(existing);

    public override IEnumerable<string> TypeNames => defined.Types.Keys.Concat(Existing?.Types.Keys ?? Enumerable.Empty<string>());

    public override bool KnowsType(string name) => FindType(name) is not null;

    public TypeDefinitionNode? FindType(string name) => defined.Types.GetValueOrDefault(name) ?? Existing?.Types.GetValueOrDefault(name);

    public override DirectiveSignature? Directive(string name)
    {
        var definition = defined.Directives.GetValueOrDefault(name)
            ?? Existing?.Directives.GetValueOrDefault(name)
            ?? SpecifiedDefinitions.Directives.GetValueOrDefault(name);
        return definition is null ? null : DirectiveSignature.From(definition);
    }
}
