package main

import (
	"crypto/x509"
	"fmt"
	"log"
	"net/http"
	"os/exec"
	"os/user"
	"time"
)

func main() {
	http.Handle("/", http.FileServer(http.Dir("/srv/pages")))
	http.HandleFunc("/zone", func(w http.ResponseWriter, r *http.Request) {
		place, err := time.LoadLocation(r.URL.Query().Get("name"))
		if err != nil {
			http.Error(w, err.Error(), 400)
			return
		}
		fmt.Fprint(w, time.Date(2024, 7, 1, 0, 0, 0, 0, place))
	})
	http.HandleFunc("/trust", func(w http.ResponseWriter, r *http.Request) {
		pool, err := x509.SystemCertPool()
		fmt.Fprint(w, err == nil && len(pool.Subjects()) > 20)
	})
	http.HandleFunc("/user", func(w http.ResponseWriter, r *http.Request) {
		one, err := user.Lookup("www-data")
		fmt.Fprint(w, one, err)
	})
	http.HandleFunc("/child", func(w http.ResponseWriter, r *http.Request) {
		out, err := exec.Command("date", "-u", "+%Y").Output()
		fmt.Fprint(w, string(out), err)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
