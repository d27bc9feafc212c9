namespace Awards.Domain.Shared;
