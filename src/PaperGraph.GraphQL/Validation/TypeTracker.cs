using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation;

/// <summary>The schema's view of the current node. Whatever the schema does not know is null, and so is all below it.</summary>
internal sealed class TypeTracker(Schema schema) : Visitor
{
    private readonly Stack<GraphQLType?> types = new();
    private readonly Stack<CompositeType?> parents = new();
    private readonly Stack<Field?> fields = new();
    private readonly Stack<InputPosition> inputs = new();
    private Directive? directive;
    private bool inDirective;

    /// <summary>The output type of the innermost field, or what the innermost operation or fragment selects from.</summary>
    public GraphQLType? Type => types.TryPeek(out var type) ? type : null;

    /// <summary>The type whose fields are selected here.</summary>
    public CompositeType? Parent => parents.TryPeek(out var type) ? type : null;

    /// <summary>The definition of the innermost field.</summary>
    public Field? Field => fields.TryPeek(out var innermost) ? innermost : null;

    /// <summary>The directive whose arguments these are.</summary>
    public Directive? Directive => directive;

    /// <summary>The type that a value must have here.</summary>
    public GraphQLType? InputType => inputs.TryPeek(out var position) ? position.Type : null;

    /// <summary>Whether the argument or input field here has a default; an item of a list never does.</summary>
    public bool InputHasDefault => inputs.TryPeek(out var position) && position.HasDefault;

    /// <summary>The input object whose field this is.</summary>
    public InputObjectType? ParentInput => inputs.TryPeek(out var position) ? position.Parent : null;

    public override void Enter(OperationDefinitionNode node) => types.Push(schema.RootType(node.Operation));

    public override void Leave(OperationDefinitionNode node) => types.Pop();

    public override void Enter(FragmentDefinitionNode node) => types.Push(Named(node.TypeCondition));

    public override void Leave(FragmentDefinitionNode node) => types.Pop();

    public override void Enter(InlineFragmentNode node) => types.Push(node.TypeCondition is { } name ? Named(name) : Type?.Named);

    public override void Leave(InlineFragmentNode node) => types.Pop();

    public override void Enter(SelectionSetNode node) => parents.Push(Type?.Named as CompositeType);

    public override void Leave(SelectionSetNode node) => parents.Pop();

    public override void Enter(FieldNode node)
    {
        var field = Parent is { } parent ? schema.FindField(parent, node.Name) : null;
        fields.Push(field);
        types.Push(field?.Type);
    }

    public override void Leave(FieldNode node)
    {
        fields.Pop();
        types.Pop();
    }

    public override void Enter(DirectiveNode node) => (directive, inDirective) = (schema.Directives.Find(node.Name), true);

    public override void Leave(DirectiveNode node) => (directive, inDirective) = (null, false);

    public override void Enter(VariableDefinitionNode node) =>
        inputs.Push(new InputPosition(schema.ResolveType(node.Type) is { IsInput: true } type ? type : null));

    public override void Leave(VariableDefinitionNode node) => inputs.Pop();

    public override void Enter(ArgumentNode node) =>
        inputs.Push(InputPosition.From((inDirective ? directive?.Arguments : Field?.Arguments)?.Find(node.Name)));

    public override void Leave(ArgumentNode node) => inputs.Pop();

    // A single value stands for a list of one, so what is no list has items of its own type.
    public override void Enter(ListValueNode node) =>
        inputs.Push(new InputPosition(InputType?.Nullable is ListType list ? list.ItemType : InputType?.Nullable));

    public override void Leave(ListValueNode node) => inputs.Pop();

    public override void Enter(ObjectFieldNode node)
    {
        var parent = InputType?.Named as InputObjectType;
        inputs.Push(InputPosition.From(parent?.Fields.Find(node.Name)) with { Parent = parent });
    }

    public override void Leave(ObjectFieldNode node) => inputs.Pop();

    private NamedType? Named(NamedTypeNode node) => schema.Types.Find(node.Name) is { IsOutput: true } type ? type : null;

    private readonly record struct InputPosition(GraphQLType? Type, bool HasDefault = false, InputObjectType? Parent = null)
    {
        public static InputPosition From(InputValue? value) => new(value?.Type, value is { HasDefault: true });
    }
}
