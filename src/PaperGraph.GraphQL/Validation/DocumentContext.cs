using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation;

/// <summary>What the rules for executable documents know: the schema, the type at the current node, fragments, and who uses what.</summary>
internal sealed class DocumentContext : ValidationContext
{
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveSignature?> directives = new(StringComparer.Ordinal);
    private readonly Lazy<TypeSystem> defined;

    public DocumentContext(Schema schema, DocumentNode document, int maxErrors = int.MaxValue, WorkCounter? work = null)
        : base(document, maxErrors)
    {
        Schema = schema;
        Work = work ?? WorkCounter.Endless;
        Types = new TypeTracker(schema);
        Uses = new DocumentUses(this);
        defined = new Lazy<TypeSystem>(() => new TypeSystem(document));
        foreach (var fragment in document.Fragments) fragments.TryAdd(fragment.Name, fragment);
    }

    public Schema Schema { get; }

    public TypeTracker Types { get; }

    /// <summary>Nodes looked at, and whatever else a rule may come to do more often than there are nodes.</summary>
    public WorkCounter Work { get; }

    /// <summary>The list is complete when the walk leaves the document.</summary>
    public DocumentUses Uses { get; }

    public override IEnumerable<string> TypeNames => Schema.Types.Select(type => type.Name);

    public override bool KnowsType(string name) => Schema.Types.Contains(name) || defined.Value.Types.ContainsKey(name);

    public override DirectiveSignature? Directive(string name)
    {
        if (directives.TryGetValue(name, out var signature)) return signature;
        if (defined.Value.Directives.TryGetValue(name, out var definition)) signature = DirectiveSignature.From(definition);
        else if (Schema.Directives.TryFind(name, out var directive)) signature = DirectiveSignature.From(directive);
        return directives[name] = signature;
    }

    public bool TryFragment(string name, [MaybeNullWhen(false)] out FragmentDefinitionNode fragment) =>
        fragments.TryGetValue(name, out fragment);

    public override void Enter(Node node)
    {
        Work.Step();
        base.Enter(node);
        Types.EnterAny(node);
        Uses.EnterAny(node);
    }

    public override void Leave(Node node)
    {
        Types.LeaveAny(node);
        base.Leave(node);
    }
}
