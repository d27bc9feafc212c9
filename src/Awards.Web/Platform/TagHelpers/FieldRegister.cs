using Microsoft.AspNetCore.Http;

namespace Awards.Web.Platform.TagHelpers;

/// <summary>The fields of the page in the order they were rendered, because the model state is ordered by name.</summary>
internal sealed class FieldRegister
{
    private readonly List<Field> _fields = [];

    public IReadOnlyList<Field> Fields => _fields;

    public static FieldRegister Of(HttpContext context)
    {
        if (context.Items[typeof(FieldRegister)] is FieldRegister register)
            return register;
        register = new FieldRegister();
        context.Items[typeof(FieldRegister)] = register;
        return register;
    }

    public void Add(Field field) => _fields.Add(field);
}
