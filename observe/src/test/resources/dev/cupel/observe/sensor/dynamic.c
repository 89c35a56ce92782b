/* Linked dynamically: started by an ELF loader, and loads one library by name where it is told to. */
#include <dlfcn.h>

int main(int count, char **arguments) {
    return count > 1 && arguments[1][0] == '/' && dlopen(arguments[1], RTLD_NOW) == 0;
}
